// %% [markdown]
// ## The lowest loss is not the best model to serve
//
// Training looks for $\min_m \ell(m)$. Serving looks for the same minimum among the models that keep a promise:
// $\min_m \ell(m)$ subject to $p_{95}(m) \le 200\,\mathrm{ms}$, which needs $\rho = \lambda/\mu < 1$. First see what an
// endpoint is made from, then let traffic decide which of five models you can afford.

// %%
// An endpoint is the end of a chain: whoever changes the features changes everything after them.
const trail = record.lineage([
  ['raw', 'clean'],
  ['clean', 'features'],
  ['features', 'model'],
  ['model', 'endpoint'],
]);
plot(plot.graph(trail.nodes, trail.edges), { title: 'What the endpoint was made from' });
checkTrue(trail.edges.length === trail.nodes.length - 1, 'edges = nodes − 1');
checkTrue(trail.isDownstream('model', 'features'), 'model is downstream of features');
print('to be made again when the features change:', trail.downstreamOf('features').join(', '));

// %%
// What training offers: a loss, and what one prediction costs in time.
const candidates = [
  { name: 'linear', loss: 0.41, serviceMs: 4 },
  { name: 'small tree', loss: 0.36, serviceMs: 10 },
  { name: 'boosted trees', loss: 0.31, serviceMs: 18 },
  { name: 'small network', loss: 0.28, serviceMs: 30 },
  { name: 'large network', loss: 0.26, serviceMs: 45 },
];
const limitMs = 200;
const traffic = input.range({
  label: 'traffic λ',
  min: 1,
  max: 80,
  step: 1,
  value: 15,
  unit: 'requests/s',
});

// %%
// M/M/1: the sojourn is exponential with rate μ − λ; at λ ≥ μ the queue grows and there is no p95.
const judged = candidates.map((candidate) => {
  const serviceRate = 1000 / candidate.serviceMs;
  if (traffic >= serviceRate) return { ...candidate, p95: Infinity };
  const queue = queueing.mm1({ arrivalRate: traffic, serviceRate });
  return { ...candidate, p95: 1000 * queue.sojournQuantile(0.95) };
});
const byLoss = judged.toSorted((a, b) => a.loss - b.loss);
const feasible = byLoss.filter(({ p95 }) => p95 <= limitMs);
table(
  ['model', 'loss', 'service (ms)', 'p95 (ms)', 'feasible'],
  byLoss.map((one) => [one.name, one.loss, one.serviceMs, one.p95, one.p95 <= limitMs]),
);

// %%
plot(
  judged.map((one) =>
    plot.scatter([[one.serviceMs, one.loss]], {
      label: one.name,
      tone: one.p95 <= limitMs ? 'good' : 'bad',
    }),
  ),
  {
    title: `Who keeps p95 ≤ ${limitMs} ms under ${traffic} requests/s`,
    x: { label: 'mean service time', unit: 'ms' },
    y: { label: 'validation loss', unit: 'nats' },
  },
);

// %%
// The rule reads the p95 of the model that training would ship.
const lowest = byLoss[0];
const served = feasible[0];
const decision = record.decide(lowest.p95, {
  metric: 'p95',
  comparison: '<=',
  threshold: limitMs,
  unit: 'ms',
  onPass: { verdict: 'accept', action: `serve the ${lowest.name}` },
  onFail: { verdict: 'reject', action: `serve the ${served.name}` },
});
print(`p95 of the ${lowest.name} =`, decision.value, 'ms; rule: at most', limitMs, 'ms');
print(decision.verdict, '→', decision.action);
checkTrue(served.loss >= lowest.loss, 'a constraint never lowers the minimum');

// Does the formula hold? 20,000 simulated requests to the model that is served, in ms.
const arrivals = simulate.poisson(traffic / 1000);
const service = simulate.exponential(served.serviceMs);
const run = simulate.simulate({ arrivals, service }, { seed: 1, requests: 20_000, log: 'none' });
const simulated = simulate.summarize(run, { confidence: 0.99 }).p95;
print('simulated p95', simulated.value, 'ms, 99 % interval', simulated.lower, 'to', simulated.upper);
checkTrue(
  simulated.lower <= served.p95 && served.p95 <= simulated.upper,
  'the interval covers the formula',
);
