import v8 from '@vitest/coverage-v8';

/** Vitest's V8 coverage, with a report that leaves out what no test can reach. The tests' workers load only this file. */
export default {
  ...v8,
  getProvider: async () => new (await import('./provider.mjs')).ReachableCoverage(),
};
