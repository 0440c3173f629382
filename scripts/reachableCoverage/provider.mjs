import { readFileSync } from 'node:fs';
import { V8CoverageProvider } from '@vitest/coverage-v8/dist/provider.js';
import { indexFallbacks } from './indexFallbacks.mjs';

export class ReachableCoverage extends V8CoverageProvider {
  /** @override @param {import('vitest/node').ReportContext} context */
  async generateCoverage(context) {
    const coverage = await super.generateCoverage(context);
    for (const file of coverage.files()) {
      const { data } = coverage.fileCoverageFor(file);
      for (const id of indexFallbacks(data.branchMap, readFileSync(file, 'utf8'))) {
        delete data.branchMap[id];
        delete data.b[id];
      }
    }
    return coverage;
  }
}
