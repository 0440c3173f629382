// %% [markdown]
// ## How old is the answer, and what does freshness cost?
//
// A batch job that runs every $P$ hours and takes $J$ hours serves answers of age $J + U(0, P)$: never younger than the
// job is long, and $p_{95} = J + 0.95\,P$. It pays for every key, asked for or not; online inference pays for every
// request. Which is cheaper depends on the traffic, which is allowed depends on how old an answer may be.

// %%
// Five folds, scored by the baseline and by the candidate: compare pair by pair.
const baseline = [0.72, 0.73, 0.71, 0.74, 0.72];
const candidate = [0.74, 0.75, 0.73, 0.76, 0.75];
const delta = release.pairedComparison(baseline, candidate);
print('mean paired delta', delta.mean, 'standard error', delta.standardError);
print('95 % interval', delta.lower, 'to', delta.upper, '→ the candidate is', delta.verdict);
checkTrue(delta.mean > 0, 'mean delta > 0');
checkClose(delta.mean, 0.022, 1e-8, 'mean paired delta is 0.022');
checkClose(delta.standardError, 0.002, 1e-8, 'standard error (ddof 1) is 0.002');

// %%
// A hundred thousand keys; each is asked for as often as the slider says.
const keys = 100_000;
const requestsPerKey = input.range({
  label: 'requests a key',
  min: 0.5,
  max: 20,
  step: 0.5,
  value: 6,
  unit: '/day',
});
const batchPrice = 0.00002; // dollars a prediction, on machines that are always full
const onlinePrice = 0.0001; // dollars a prediction, on machines that wait for traffic
const schedules = [
  { name: 'nightly', periodHours: 24, jobHours: 2 },
  { name: 'every 6 hours', periodHours: 6, jobHours: 1 },
  { name: 'hourly', periodHours: 1, jobHours: 0.25 },
];

// %%
// An answer's age is the time since the start of the last job that has finished.
function ageAt(hour: number, { periodHours, jobHours }: { periodHours: number; jobHours: number }) {
  const lastStart = Math.floor((hour - jobHours) / periodHours) * periodHours;
  return hour - lastStart;
}
const month = random.uniform({ min: 24, max: 24 * 31 });
const hours = random.draw(month, random.createStreams(1).arrivals, 2000);
const options = schedules.map((schedule) => {
  const ages = hours.map((hour) => ageAt(hour, schedule));
  const dollarsPerDay = keys * (24 / schedule.periodHours) * batchPrice;
  return { ...schedule, ages, dollarsPerDay, oldest: stats.quantileInterval(ages, 0.95, 0.99) };
});

// %%
const ageLimit = 8; // hours
plot(
  [
    ...options.map(({ name, ages }) => plot.ecdf(ages, { label: name, tone: 'simulation' })),
    plot.rule({ x: ageLimit, label: 'freshness limit', tone: 'bad' }),
  ],
  {
    title: 'Age of a batch answer when it is asked for',
    x: { label: 'age of the answer', unit: 'hours' },
    y: { label: 'share of requests' },
  },
);

// %%
// Three intervals that shall hold together: 99 % each.
table(
  ['schedule', 'p95 age (h)', 'from', 'to', 'J + 0.95 P (h)', 'cost ($/day)'],
  options.map(({ name, ages, oldest, jobHours, periodHours, dollarsPerDay }) => [
    name,
    stats.quantile(ages, 0.95),
    oldest.lower,
    oldest.upper,
    jobHours + 0.95 * periodHours,
    dollarsPerDay,
  ]),
);
for (const { name, oldest, jobHours, periodHours } of options) {
  const law = jobHours + 0.95 * periodHours;
  checkTrue(oldest.lower <= law && law <= oldest.upper, `${name}: the interval covers J + 0.95 P`);
}

// %%
const onlineDollars = keys * requestsPerKey * onlinePrice;
// The cheapest schedule that is fresh enough competes with online inference.
const fresh = options.filter(({ oldest }) => oldest.upper <= ageLimit);
const batch = fresh.toSorted((a, b) => a.dollarsPerDay - b.dollarsPerDay)[0];
const decision = record.decide(onlineDollars, {
  metric: 'cost of online inference',
  comparison: '<',
  threshold: batch.dollarsPerDay,
  unit: '$/day',
  onPass: { verdict: 'online is cheaper', action: 'serve online' },
  onFail: { verdict: 'batch is cheaper', action: `precompute ${batch.name}` },
});
print('online', decision.value, '$/day ·', batch.name, batch.dollarsPerDay, '$/day');
print('rule: the cheaper one ·', decision.verdict, '→', decision.action);
const unused = batch.periodHours * (requestsPerKey / 24);
print('share of predictions that nobody asks for', stats.poissonPmf(0, unused));
