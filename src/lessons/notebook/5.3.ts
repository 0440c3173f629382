// %% [markdown]
// ## A second copy, sent late, cuts the tail
//
// A page that waits for $k$ calls sees the slow ones: $P(\mathrm{all\ fast}) = (1 - p)^k$. A hedged request sends a second
// copy when no answer has come after a delay $d$, and $P(T > t) = P(S > t)\,P(S > t - d)$ beyond it. Sent at the p95, it
// costs 5 % more work, as long as slow servers are slow on their own.

// %%
// One slow call in ten; a page with ten calls nearly always has one.
const latencies = [42, 45, 47, 50, 52, 55, 61, 75, 110, 180];
const p50 = percentile(latencies, 50);
const p95 = percentile(latencies, 95);
print('mean', stats.mean(latencies), 'ms, p50', p50, 'ms, p95', p95, 'ms');
checkTrue(p95 > p50, 'p95 > p50');
checkClose(p50, 53.5, 1e-8, 'p50 is 53.5 ms');
checkClose(p95, 148.5, 1e-8, 'p95 is 148.5 ms (linear interpolation)');
const page = queueing.fanOut({ slowProbability: 0.1, branches: 10 });
print('pages of ten calls with a slow one', page.slowProbability);
checkClose(page.fastProbability, 0.9 ** 10, 1e-12, 'all ten fast: 0.9^10');

// %%
// Most answers take 20 ms on average; one in twenty meets a server
// that is busy with something else: 200 ms.
const service = random.hyperexponential({ probability: 0.95, means: [20, 200] });
const alone = random.lawQuantile(service, 0.99);
const hedgeAt = input.range({
  label: 'second copy at quantile',
  min: 0.8,
  max: 0.99,
  step: 0.01,
  value: 0.95,
});
const hedged = queueing.hedgedRequest({ service, hedgeAt });
const p99 = hedged.sojournQuantile(0.99);
print('p99 alone', alone, 'ms; hedged after', hedged.delay, 'ms', p99, 'ms');

// %%
// 6000 requests: a first copy, and a second one that goes out when the first is late.
const streams = random.createStreams(1);
const first = random.draw(service, streams.service, 6000);
const second = random.draw(service, streams.retries, 6000);
const answers = first.map((time, i) => Math.min(time, hedged.delay + second[i]));
const interval = stats.quantileInterval(answers, 0.99, 0.999);
checkTrue(
  interval.lower <= p99 && p99 <= interval.upper,
  'p99: the 99.9 % interval covers the formula',
);
const late = first.filter((time) => time > hedged.delay).length;
const extra = stats.wilsonInterval(late, 6000, 0.999);
checkTrue(
  extra.lower <= 1 - hedgeAt && 1 - hedgeAt <= extra.upper,
  'extra load: the interval covers 1 − quantile',
);

// %%
const quantiles = [0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99];
const curve = quantiles.map((quantile) => {
  const { extraLoad, sojournQuantile } = queueing.hedgedRequest({ service, hedgeAt: quantile });
  return [100 * extraLoad, sojournQuantile(0.99)];
});
plot(
  [
    plot.line(curve, { label: 'hedged', tone: 'formula' }),
    plot.scatter(
      [[100 * hedged.extraLoad, stats.quantile(answers, 0.99), interval.lower, interval.upper]],
      {
        label: 'simulated, 99.9 % interval',
        tone: 'simulation',
      },
    ),
    plot.rule({ y: alone, label: 'one copy', tone: 'bad' }),
    plot.rule({ x: 5, label: '5 %', tone: 'warn' }),
  ],
  {
    title: 'What the second copy buys',
    x: { label: 'extra load', unit: '%' },
    y: { label: 'p99', unit: 'ms' },
  },
);

// %%
// And if slowness is shared? In part of the cases the second copy meets the same trouble.
const chance = random.createStreams(2).faults;
const meetsTheSame = first.map(() => chance.uniform());
function shared(share: number) {
  return first.map((time, i) =>
    Math.min(time, hedged.delay + (meetsTheSame[i] < share ? time : second[i])),
  );
}
const sharedCurve = [0, 0.25, 0.5, 0.75, 1].map((share) => {
  const times = shared(share);
  const { lower, upper } = stats.quantileInterval(times, 0.99);
  return [100 * share, stats.quantile(times, 0.99), lower, upper];
});
plot(
  [
    plot.scatter(sharedCurve, { label: 'hedged, 95 % interval', tone: 'simulation' }),
    plot.rule({ y: alone, label: 'one copy', tone: 'bad' }),
  ],
  {
    title: 'Shared slowness takes the gain back',
    x: { label: 'second copies that meet the same trouble', unit: '%' },
    y: { label: 'p99', unit: 'ms' },
  },
);
const wholly = stats.quantile(shared(1), 0.99);
checkTrue(wholly === stats.quantile(first, 0.99), 'wholly shared: a second copy never helps');

// %%
// The interval decides for the p99, the formula for the load.
const onFail = { verdict: 'no', action: 'move the delay' };
const onPass = { verdict: 'yes', action: 'hedge' };
const gates = release.gates([
  {
    value: { value: stats.quantile(answers, 0.99), lower: interval.lower, upper: interval.upper },
    rule: { metric: 'p99 (ms)', comparison: '<=', threshold: 150, onPass, onFail },
  },
  {
    value: Number(hedged.extraLoad.toFixed(6)), // in binary 1 − 0.95 is a little more than 0.05
    rule: { metric: 'extra load', comparison: '<=', threshold: 0.05, onPass, onFail },
  },
]);
table(
  ['metric', 'value', 'rule: at most', 'verdict', 'action'],
  gates.decisions.map(({ rule, value, verdict, action }) => [
    rule.metric,
    value,
    rule.threshold,
    verdict,
    action,
  ]),
);
