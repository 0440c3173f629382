// %% [markdown]
// ## What you can promise, and what a promise costs
//
// Attainment is a point on the distribution function, $F_T(\mathrm{SLO})$. A page that waits for $k$ parallel calls is
// fast only when all are, $F_T(\mathrm{SLO})^k$, so that the promise of the whole asks more of each part. An SLA puts
// money on it: the expected penalty is a number to decide by.

// %%
// A promise was made for a mix of requests. Is it still that mix?
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
// One dependency, its latency in ms, and the limit that is promised.
const latency = random.lognormal({ mean: 80, scv: 0.5 });
const limit = input.range({ label: 'SLO', min: 150, max: 500, step: 25, value: 300, unit: 'ms' });
const attainment = latency.cdf?.(limit) ?? Number.NaN;
const pages = 1000;
const fanOuts = [1, 2, 5, 10, 20, 50];

// A page is fast when its slowest call is. 1000 simulated pages for each k, with Wilson's interval.
const stream = random.createStreams(1).service;
const measured = fanOuts.map((calls) => {
  let fast = 0;
  for (let page = 0; page < pages; page++) {
    if (Math.max(...random.draw(latency, stream, calls)) <= limit) fast++;
  }
  const { lower, upper } = stats.wilsonInterval(fast, pages, 0.999);
  return { calls, share: fast / pages, lower, upper };
});
for (const { calls, lower, upper } of measured) {
  const law = attainment ** calls;
  checkTrue(lower <= law && law <= upper, `k = ${calls}: the 99.9 % interval covers F^k`);
}

// %%
const promised = 0.95;
const needed = queueing
  .fanOut({ slowProbability: 1 - attainment, branches: 10 })
  .branchesFast(promised);
plot(
  [
    plot.line(
      Array.from({ length: 50 }, (_, i) => [i + 1, attainment ** (i + 1)]),
      { label: 'F^k', tone: 'formula' },
    ),
    plot.scatter(
      measured.map(({ calls, share, lower, upper }) => [calls, share, lower, upper]),
      { tone: 'simulation' },
    ),
    plot.rule({ y: promised, label: 'promised', tone: 'bad' }),
  ],
  {
    title: `Pages within ${limit} ms, simulated with 99.9 % intervals`,
    x: { label: 'parallel calls k' },
    y: { label: 'share of fast pages' },
  },
);
print('each of 10 calls attains', attainment, 'and would need', needed);

// %%
// Outages come 0.8 times a month and last 40 minutes on average, both by chance: 4000 simulated months.
const outagesPerMonth = 0.8;
const months = random.createStreams(2);
function downMinutes() {
  let minutes = 0;
  let count = months.arrivals.exponential();
  while (count < outagesPerMonth) {
    minutes += 40 * months.service.exponential();
    count += months.arrivals.exponential();
  }
  return minutes;
}
const down = Array.from({ length: 4000 }, downMinutes);
const downtime = stats.batchMeans(down, { confidence: 0.99 });
print('minutes down a month', downtime.mean, 'from', downtime.lower, 'to', downtime.upper);
const lawOfDowntime = outagesPerMonth * 40;
checkTrue(
  downtime.lower <= lawOfDowntime && lawOfDowntime <= downtime.upper,
  'the interval covers 0.8 · 40 minutes',
);

// %%
// Credits of the agreement: 10 % of the fee below 99.9 % of a month, 25 % below 99 %.
const fee = 5000;
const penalties = down.map((minutes) => {
  const uptime = 1 - minutes / (30 * 24 * 60);
  return fee * (uptime < 0.99 ? 0.25 : uptime < 0.999 ? 0.1 : 0);
});
const penalty = stats.batchMeans(penalties);
const decision = record.decide(
  { value: penalty.mean, lower: penalty.lower, upper: penalty.upper },
  {
    metric: 'expected penalty',
    comparison: '<=',
    threshold: 150,
    unit: '$/month',
    onPass: { verdict: 'affordable', action: 'sign the agreement' },
    onFail: { verdict: 'too dear', action: 'promise 99.5 % instead' },
  },
);
print('expected penalty', decision.value, '$ a month, from', decision.lower, 'to', decision.upper);
print('rule: at most', decision.rule.threshold, '$ a month;', decision.verdict, '→', decision.action);
