export const introduction = `# The engine

Everything that the course computes comes from \`src/engine\`: pure TypeScript, plain data in and out, no page, no clock, no randomness but named seeded streams. What this page says of each call is the comment above its source; the values behind \`// →\` were computed when the page was written, and a test runs every example and compares them. \`npx tsx scripts/build-engine-docs/index.ts\` writes it anew.

Rates are per second and times in seconds, except where a name says otherwise. An argument out of bounds throws a RangeError or a TypeError with a sentence that names the argument, the bound and the value.`;

export const scripting = `## Scripting with it

The engine needs no browser. From the repository's root, with Node 20.19 or later and after \`npm ci\`:

\`\`\`ts
// load.ts: npx tsx load.ts
import { queueing, simulate } from './src/engine/index.ts';

const { poisson, lognormal, simulate: run, summarize } = simulate;
for (const arrivalRate of [5, 7, 9]) {
  const log = run(
    { arrivals: poisson(arrivalRate), service: lognormal({ mean: 0.1, scv: 2 }) },
    { seed: 1, requests: 100_000 },
  );
  const theory = queueing.mg1({ arrivalRate, meanService: 0.1, scvService: 2 });
  const { value, lower, upper } = summarize(log).meanWait;
  console.log({ arrivalRate, value, lower, upper, theory: theory.meanWait });
}
\`\`\`

- **The same seed gives the same bits**, in Node and in every browser: the engine uses IEEE operations and its own \`exp\`, \`log\`, \`sine\`. \`record.fingerprint(result)\` says in 16 digits whether two results are the same; put it beside a number that you publish.
- **Common random numbers**: two systems run with one seed meet the same arrivals and the same service times, since each policy draws from a stream of its own. Their difference is then the policy's.
- **Intervals**: \`summarize\` gives every measure with its interval. A difference inside them is no difference.
- **Long runs**: \`log: 'none'\` keeps running statistics in constant memory.

In a notebook cell of the course the same folders are at hand as \`engine.queueing\`, \`engine.simulate\` and so on.`;
