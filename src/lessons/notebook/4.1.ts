// %% [markdown]
// ## A larger batch is slower, and serves more
//
// A batch of $n$ requests takes $a + b\,n$: the weights are read once, the arithmetic is done for each. Throughput
// $n/(a + b\,n)$ climbs towards $1/b$, and so does the load that you can carry; at low load nobody waits for others,
// since an idle server takes whoever is there. The question is what p95 has become by then.

// %%
// A batch mixes requests of all kinds. Has the mix changed since the limits were tuned?
const reference = [0.2, 0.3, 0.25, 0.25];
const current = [0.1, 0.25, 0.3, 0.35];
const shift = psi(reference, current, { epsilon: 1e-8 });
plot(plot.groupedBars(['kind 1', 'kind 2', 'kind 3', 'kind 4'], { reference, current }), {
  title: 'Requests by kind',
  y: { label: 'share of requests' },
});
print('PSI', shift);
checkTrue(shift >= 0, 'PSI ≥ 0');
checkClose(shift, 0.121194, 5e-7, 'PSI is 0.121194');

// %%
// 10 ms for the weights, 2 ms for each request. The curve is exact: the
// chain of the queue left behind by each batch.
const timing = { fixed: 0.01, perItem: 0.002 };
function capacity(maxBatch: number) {
  return maxBatch / (timing.fixed + timing.perItem * maxBatch);
}
function exactCurve(maxBatch: number) {
  return [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.88].map((load) => {
    const arrivalRate = load * capacity(maxBatch);
    return [
      arrivalRate,
      1000 * queueing.dynamicBatching({ arrivalRate, ...timing, maxBatch }).meanSojourn,
    ];
  });
}
plot(
  [1, 4, 16].map((maxBatch) =>
    plot.line(exactCurve(maxBatch), { label: `up to ${maxBatch}`, tone: 'formula' }),
  ),
  {
    title: 'What the largest batch buys',
    x: { label: 'arrival rate λ', unit: 'requests/s' },
    y: { label: 'mean sojourn W', unit: 'ms' },
  },
);
checkTrue(capacity(16) < 1 / timing.perItem, 'no batch size serves more than 1/b');

// %%
// 150 requests/s, simulated under the limit that you choose.
const demand = 150;
const maxBatch = input.range({ label: 'largest batch', min: 1, max: 16, step: 1, value: 4 });
const run = simulate.simulate(
  {
    arrivals: simulate.poisson(demand),
    service: simulate.affineBatch(timing),
    batching: simulate.dynamicBatching({ maxSize: maxBatch }),
  },
  { seed: 1, requests: 4000 },
);
const simulated = simulate.summarize(run, { confidence: 0.99 });

// %%
const mayKeepUp = demand < capacity(maxBatch);
print('capacity', capacity(maxBatch), 'requests/s for', demand, 'that come');
if (mayKeepUp) {
  const exact = queueing.dynamicBatching({ arrivalRate: demand, ...timing, maxBatch });
  const { value, lower, upper } = simulated.meanSojourn;
  print('batches of', exact.meanBatch, 'on average; W', exact.meanSojourn, 's');
  print('simulated W', value, 's, from', lower, 'to', upper);
  const covers = lower <= exact.meanSojourn && exact.meanSojourn <= upper;
  checkTrue(covers, 'the 99 % interval covers the exact chain');
}

// %%
const decision = record.decide(simulated.p95, {
  metric: 'p95',
  comparison: '<=',
  threshold: 0.06,
  unit: 's',
  onPass: { verdict: 'inside', action: `run with batches up to ${maxBatch}` },
  onFail: {
    verdict: 'too slow',
    action: mayKeepUp ? 'allow larger batches' : 'it cannot keep up: larger batches',
  },
});
print('p95', decision.value, 's, from', decision.lower, 'to', decision.upper);
print('rule: at most', decision.rule.threshold, 's');
print(decision.verdict, '→', decision.action);
