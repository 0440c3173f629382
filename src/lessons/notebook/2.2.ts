// %% [markdown]
// ## Which p95, and how sure is it?
//
// The 95 % quantile is $p_{95} = \inf\{t : F_T(t) \ge 0.95\}$. A sample gives an estimate of it, with an interval that
// needs no assumption about the law, and a fleet's p95 is not the mean of its servers' p95s. First a lineage: a number
// is worth as much as the trail behind it.

// %%
// What the endpoint, and with it every latency below, was made from.
const trail = record.lineage([
  ['raw', 'clean'],
  ['clean', 'features'],
  ['features', 'model'],
  ['model', 'endpoint'],
]);
plot(plot.graph(trail.nodes, trail.edges), { title: 'The trail behind the number' });
print('the endpoint was made from', trail.upstreamOf('endpoint').join(', '));
checkTrue(trail.edges.length === trail.nodes.length - 1, 'edges = nodes − 1');
checkTrue(trail.isDownstream('model', 'features'), 'model is downstream of features');

// %%
// Most requests hit a warm cache, some do not: a mixture, whose true p95 is known.
const law = random.mixture([
  { weight: 0.9, law: random.lognormal({ mean: 40, scv: 0.2 }) },
  { weight: 0.1, law: random.lognormal({ mean: 180, scv: 0.3 }) },
]);
const truth = random.lawQuantile(law, 0.95);
const count = input.range({ label: 'samples n', min: 100, max: 2000, step: 100, value: 500 });
const latencies = random.draw(law, random.createStreams(1).service, count);
const infimum = stats.quantile(latencies, 0.95, 'inverted_cdf');
const interval = stats.quantileInterval(latencies, 0.95);
print('p95', infimum, 'ms, 95 % interval', interval.lower, 'to', interval.upper, 'ms');
print('of the law itself', truth, 'ms');
const share = latencies.filter((latency) => latency <= infimum).length / count;
const shareBelow = latencies.filter((latency) => latency < infimum).length / count;
checkTrue(share >= 0.95 && shareBelow < 0.95, 'F reaches 0.95 at the infimum and not before');

// %%
const limit = 200;
plot(
  [
    plot.ecdf(latencies, { label: 'F of the sample', tone: 'measured' }),
    plot.rule({ y: 0.95, label: '0.95', tone: 'neutral' }),
    plot.scatter([[infimum, 0.95]], { label: 'p95', tone: 'sojourn' }),
    plot.line(
      [interval.lower, interval.upper].map((t) => [t, 0.95]),
      { label: 'its interval', tone: 'sojourn' },
    ),
    plot.rule({ x: limit, label: 'limit', tone: 'bad' }),
  ],
  {
    title: `${count} latencies and their p95`,
    x: { label: 'latency t', unit: 'ms', scale: 'log' },
    y: { label: 'share of requests at most t' },
  },
);

// %%
// The rule reads the interval: it says neither yes nor no while the limit lies inside.
const decision = record.decide(
  { value: infimum, lower: interval.lower, upper: interval.upper },
  {
    metric: 'p95',
    comparison: '<=',
    threshold: limit,
    unit: 'ms',
    onPass: { verdict: 'inside', action: 'ship' },
    onFail: { verdict: 'outside', action: 'roll back' },
  },
);
print('p95 rule: at most', limit, 'ms;', decision.verdict, '→', decision.action);

// %%
// Three replicas; the third has a cold cache. 2000 requests each.
const streams = random.createStreams(2);
const replicas = [0.05, 0.05, 0.4].map((miss, i) =>
  random.draw(
    random.mixture([
      { weight: 1 - miss, law: random.lognormal({ mean: 40, scv: 0.2 }) },
      { weight: miss, law: random.lognormal({ mean: 180, scv: 0.3 }) },
    ]),
    streams.stream(`replica ${i}`),
    2000,
  ),
);
const each = replicas.map((values) => stats.quantile(values, 0.95, 'inverted_cdf'));
const together = replicas.flatMap((values) => [...values]);
const pooled = stats.quantile(together, 0.95, 'inverted_cdf');

// What to do instead: count in a histogram on each replica, and add the counts.
const merged = new stats.LogHistogram();
for (const values of replicas) {
  const own = new stats.LogHistogram();
  own.addBlock(values, 0, values.length);
  merged.merge(own);
}

// %%
plot(
  plot.bars({
    'replica 1': each[0],
    'replica 2': each[1],
    'replica 3': each[2],
    'mean of the three': stats.mean(each),
    'merged histogram': merged.quantile(0.95),
    'all requests': pooled,
  }),
  { title: 'Percentiles do not average; counts add', y: { label: 'p95', unit: 'ms' } },
);
const bounds = stats.quantileInterval(together, 0.95);
print('p95 of all', pooled, 'ms, from', bounds.lower, 'to', bounds.upper);
print('mean of the three p95s', stats.mean(each), 'ms');
checkTrue(
  Math.min(...each) <= pooled && pooled <= Math.max(...each),
  'the fleet lies between its replicas',
);
checkTrue(stats.mean(each) < bounds.lower, 'the mean of percentiles misses the whole interval');
checkClose(merged.quantile(0.95) / pooled, 1, 0.008, 'merged counts are right to 0.8 %');
