// %% [markdown]
// ## How many replicas, and what one million answers cost
//
// Latency, throughput and cost hang together. Little's law $L = \lambda W$ ties the first two, and the price ties the
// third: one million answers cost $10^6 \cdot \mathrm{price} \cdot \mathrm{replicas} / q$. Larger batches and more
// replicas both buy throughput; only one of them is on the invoice. The first cell fingerprints a result, so that a
// number in a report can be traced to the data it came from.

// %%
// A weighted sum tells orders apart where a plain sum does not: Σ i·vᵢ with i from 1.
const values = [17, 23, 42, 99, 101];
const swapped = [23, 17, 42, 99, 101];
function weightedSum(numbers: number[]) {
  return stats.sum(numbers.map((number, i) => (i + 1) * number));
}
function describe(name: string, data: number[]) {
  return [name, stats.sum(data), weightedSum(data), record.fingerprint(data)];
}
table(
  ['data', 'Σ vᵢ', 'Σ i·vᵢ', 'fingerprint'],
  [describe('original', values), describe('equal copy', [...values]), describe('two swapped', swapped)],
);
checkClose(weightedSum(values), 1090, 1e-8, 'Σ i·vᵢ is 1090');
checkClose(weightedSum([...values]), weightedSum(values), 1e-8, 'an equal copy gives the same sum');
checkTrue(record.fingerprint([...values]) === record.fingerprint(values), 'and the same fingerprint');
checkTrue(record.fingerprint(swapped) !== record.fingerprint(values), 'two values swapped do not');

// %%
// 240 requests/s over replicas that take 12 + 3·n ms for a batch of n.
const demand = 240;
const batch = { fixed: 0.012, perItem: 0.003 };
const pricePerHour = 2.5; // of one replica, in dollars
const maxBatch = input.range({ label: 'largest batch', min: 1, max: 16, step: 1, value: 8 });

// A random split of Poisson arrivals is Poisson again, so that one replica stands for all of them.
function oneReplica(replicas: number) {
  const run = simulate.simulate(
    {
      arrivals: simulate.poisson(demand / replicas),
      service: simulate.affineBatch(batch),
      batching: simulate.dynamicBatching({ maxSize: maxBatch }),
    },
    { seed: 1, requests: 1500 },
  );
  const dollarsPerMillion = (1e6 * pricePerHour * replicas) / (3600 * demand);
  return { replicas, dollarsPerMillion, p95: simulate.summarize(run).p95 };
}

// %%
// Fewer replicas than these would be more than 95 % busy even with full batches.
const batchRate = maxBatch / (batch.fixed + batch.perItem * maxBatch);
const plans = [1, 2, 3, 4, 5, 6].filter((n) => demand < 0.95 * n * batchRate).map(oneReplica);
const p95Limit = 0.06;
plot(
  [
    ...plans.map(({ replicas, dollarsPerMillion, p95 }) =>
      plot.scatter([[dollarsPerMillion, 1000 * p95.value, 1000 * p95.lower, 1000 * p95.upper]], {
        label: `${replicas} replicas`,
        tone: 'simulation',
      }),
    ),
    plot.rule({ y: 1000 * p95Limit, label: 'p95 limit', tone: 'bad' }),
  ],
  {
    title: `p95 against cost, batches up to ${maxBatch}`,
    x: { label: 'cost of 1 million answers', unit: '$' },
    y: { label: 'p95 with 95 % interval', unit: 'ms', scale: 'log' },
  },
);

// %%
// The cheapest plan whose whole interval is inside the limit; if
// there is none, the largest one is judged.
const cheapest = plans.find(({ p95 }) => p95.upper <= p95Limit) ?? plans[plans.length - 1];
const decision = record.decide(cheapest.p95, {
  metric: 'p95',
  comparison: '<=',
  threshold: p95Limit,
  unit: 's',
  onPass: { verdict: 'inside the budget', action: `run ${cheapest.replicas} replicas` },
  onFail: { verdict: 'too slow', action: 'change the batch limit or buy more replicas' },
});
print('p95', decision.value, 's, from', decision.lower, 'to', decision.upper);
print('rule: at most', p95Limit, 's ·', decision.verdict, '→', decision.action);
print('at', cheapest.dollarsPerMillion, '$ a million answers');

// Little's law ties the mean number inside one replica to its mean sojourn, whatever the batches do.
const arrivalRate = demand / cheapest.replicas;
const formula = queueing.dynamicBatching({ arrivalRate, ...batch, maxBatch });
checkClose(formula.meanNumber, arrivalRate * formula.meanSojourn, 1e-9, 'L = λW');
