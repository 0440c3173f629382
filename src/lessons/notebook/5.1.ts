// %% [markdown]
// ## The same mean, four different waits
//
// A rate says how many requests come, not how. Poisson arrivals have counts with variance $\lambda t$, so their index of
// dispersion $\mathrm{Var}[N(t)]/E[N(t)]$ is 1; a steady clock has 0, bursts and daily waves have more. All four streams
// here bring 0.8 requests/s to a server that does one a second.

// %%
// A release that is better offline says nothing about the traffic it will meet.
const baseline = [0.72, 0.73, 0.71, 0.74, 0.72];
const candidate = [0.74, 0.75, 0.73, 0.76, 0.75];
const delta = release.pairedComparison(baseline, candidate);
print('mean paired delta', delta.mean, 'standard error', delta.standardError);
print('95 % interval', delta.lower, 'to', delta.upper, '→ the candidate is', delta.verdict);
checkTrue(delta.mean > 0, 'mean delta > 0');
checkClose(delta.mean, 0.022, 1e-8, 'mean paired delta is 0.022');
checkClose(delta.standardError, 0.002, 1e-8, 'standard error (ddof 1) is 0.002');

// %%
// Three of the four have an exact mean sojourn: D/M/1, M/M/1 and MMPP/M/1.
const rates = { rates: [0.2, 1.4], switching: [0.1, 0.1] } as const;
const gap = random.constant(1 / 0.8);
const streams = [
  {
    name: 'steady clock',
    arrivals: random.deterministic(1 / 0.8),
    exact: queueing.gim1({ interarrival: gap, serviceRate: 1 }).meanSojourn,
  },
  {
    name: 'Poisson',
    arrivals: random.poisson(0.8),
    exact: queueing.mm1({ arrivalRate: 0.8, serviceRate: 1 }).meanSojourn,
  },
  {
    name: 'bursts',
    arrivals: random.mmpp(rates),
    exact: queueing.mmppM1({ ...rates, serviceRate: 1 }).meanSojourn,
  },
  {
    name: 'daily wave',
    arrivals: random.diurnal({ rate: 0.8, amplitude: 0.4, period: 1000 }),
    exact: undefined,
  },
];

// %%
// How much do the counts of windows of 200 s differ? A clock 0,
// Poisson arrivals 1, bursts and waves more.
function dispersionOf(times: Float64Array) {
  const counts = new Float64Array(Math.floor(times[times.length - 1] / 200));
  for (const time of times) {
    const window = Math.floor(time / 200);
    if (window < counts.length) counts[window]++;
  }
  return stats.variance(counts) / stats.mean(counts);
}

// %%
const service = simulate.exponential(1);
const runs = streams.map(({ name, arrivals, exact }) => {
  const log = simulate.simulate({ arrivals, service }, { seed: 2, requests: 6000 });
  const sojourn = simulate.summarize(log, { confidence: 0.99 }).meanSojourn;
  return { name, exact, sojourn, dispersion: dispersionOf(log.arrival) };
});
for (const { name, exact, sojourn } of runs) {
  if (exact !== undefined) {
    checkTrue(
      sojourn.lower <= exact && exact <= sojourn.upper,
      `${name}: the 99 % interval covers the formula`,
    );
  }
}

// %%
plot(
  runs.map(({ name, sojourn, dispersion: index }) =>
    plot.scatter([[index, sojourn.value, sojourn.lower, sojourn.upper]], {
      label: name,
      tone: 'simulation',
    }),
  ),
  {
    title: 'More dispersion, more waiting: 80 % busy each',
    x: { label: 'index of dispersion, windows of 200 s' },
    y: { label: 'mean sojourn W, 99 % interval', unit: 's' },
  },
);
table(
  runs.map(({ name, dispersion: index, sojourn, exact }) => ({
    arrivals: name,
    'index of dispersion': index,
    'W simulated (s)': sojourn.value,
    'W exact (s)': exact ?? 'no formula',
  })),
);

// %%
// A flash crowd of one minute; the plan holds for twice the mean.
const crowd = input.range({
  label: 'flash crowd',
  min: 1,
  max: 10,
  step: 1,
  value: 5,
  unit: '× the rate',
});
const spikes = [{ at: 600, duration: 60, factor: crowd }];
const log = simulate.simulate(
  { arrivals: random.poisson(0.8), service, spikes },
  { seed: 2, horizon: 1200 },
);
const seconds = Array.from({ length: 241 }, (_, i) => 5 * i);
plot(
  plot.line(
    seconds.map((time) => [time, simulate.frameAt(log, time).inSystem]),
    { tone: 'number' },
  ),
  {
    title: `One minute of ${crowd} × the traffic`,
    x: { label: 'time', unit: 's' },
    y: { label: 'requests in the system' },
  },
);

// %%
const perMinute = Array.from(
  { length: 20 },
  (_, minute) => log.arrival.filter((time) => time >= 60 * minute && time < 60 * (minute + 1)).length,
);
const decision = record.decide(Math.max(...perMinute) / (60 * 0.8), {
  metric: 'peak over mean, per minute',
  comparison: '<=',
  threshold: 2,
  onPass: { verdict: 'planned for', action: 'keep the capacity' },
  onFail: { verdict: 'beyond the plan', action: 'shed load, or hold more in reserve' },
});
print('peak/mean', decision.value, '· rule: at most 2;', decision.verdict, '→', decision.action);
