/**
 * `npm run bench` measures the engine, `npm run bench -- notebook` the notebook, `npm run bench -- lab` what the lab adds
 * to a run. Each prints a table, and with `--json` one JSON object on the last line.
 */
import type { Bench } from './bench.ts';

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  engine: async () => (await import('./engine.ts')).benchEngine(),
  notebook: async () => (await import('./notebook.ts')).benchNotebook(),
  lab: async () => (await import('./lab.ts')).benchLab(),
};

const wanted = process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? 'engine';
const bench = benches[wanted];
if (!bench) throw new Error(`unknown bench: ${wanted} (one of ${Object.keys(benches).join(', ')})`);
const { lines, report } = await bench();
process.stdout.write(`${lines.join('\n')}\n`);
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(report)}\n`);
