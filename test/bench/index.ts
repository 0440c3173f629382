/** `npm run bench`: prints a table, and with `-- --json` one JSON object on the last line. */
import { engineBench, type QueueBench } from './engine.ts';
import { policiesBench } from './policies.ts';

const results = { engine: engineBench(), simulator: policiesBench() };

const millions = (rate: number): string => `${(rate / 1e6).toFixed(2)} M/s`;
const line = (name: string, b: QueueBench): string =>
  [
    name.padEnd(18),
    `engine ${millions(b.customersPerSecond)}`,
    `full log ${millions(b.fullLogCustomersPerSecond)}`,
    `SimJS ${millions(b.simjsCustomersPerSecond)}`,
    `ratio ${b.ratioToSimJS.toFixed(1)}`,
    `mean sojourn ${b.meanSojourn.toFixed(3)} | ${b.simjsMeanSojourn.toFixed(3)} | theory ${b.theoryMeanSojourn.toFixed(3)}`,
    `p99 ${b.p99.toFixed(2)} | ${b.simjsP99.toFixed(2)} | theory ${b.theoryP99.toFixed(2)}`,
  ].join('   ');

process.stdout.write('One million customers with p50, p95 and p99 (engine | SimJS)\n');
process.stdout.write(`${line('M/M/1, ρ = 0.8', results.engine.mm1)}\n`);
process.stdout.write(`${line('M/M/4, ρ = 0.9', results.engine.mm4)}\n`);
process.stdout.write('Through the event list\n');
for (const [name, value] of Object.entries(results.simulator)) {
  const shown = name.endsWith('PerSecond') ? millions(value) : value.toFixed(2);
  process.stdout.write(`${name.padEnd(28)} ${shown}\n`);
}
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(results)}\n`);
