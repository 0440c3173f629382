// %% [markdown]
// ## Looking at every request without fooling yourself
//
// A canary estimates $\Delta = m_{\mathrm{candidate}} - m_{\mathrm{baseline}}$ while requests arrive. A test that is made
// for one look is wrong more often with every further one: five looks at $|z| > 1.96$ raise a false alarm in 14 % of
// harmless releases. An always-valid interval may be read after each request.

// %%
// Before any traffic: five folds, pair by pair.
const baseline = [0.72, 0.73, 0.71, 0.74, 0.72];
const candidate = [0.74, 0.75, 0.73, 0.76, 0.75];
const delta = release.pairedComparison(baseline, candidate);
print('mean paired delta', delta.mean, 'standard error', delta.standardError);
print('95 % interval', delta.lower, 'to', delta.upper, '→ the candidate is', delta.verdict);
checkTrue(delta.mean > 0, 'mean delta > 0');
checkClose(delta.mean, 0.022, 1e-8, 'mean paired delta is 0.022');
checkClose(delta.standardError, 0.002, 1e-8, 'standard error (ddof 1) is 0.002');

// %%
// Live traffic: latencies of 100 ± 20 ms, and what the candidate adds to them.
const added = input.range({
  label: 'the candidate adds',
  min: -10,
  max: 20,
  step: 1,
  value: 8,
  unit: 'ms',
});
const streams = random.createStreams(1);
const pairs = 600;
const live = release.msprt({
  baseline: Array.from({ length: pairs }, () => 100 + 20 * streams.stream('baseline').normal()),
  candidate: Array.from(
    { length: pairs },
    () => 100 + added + 20 * streams.stream('candidate').normal(),
  ),
  variance: 20 ** 2,
  mixingVariance: 5 ** 2,
});
const shown = Array.from({ length: pairs }, (_, i) => i).filter((i) => i >= 20 && i % 4 === 0);
const bounds = shown.map((i) => [i + 1, live.lower[i], live.upper[i]]);
const differences = shown.map((i) => [i + 1, live.difference[i]]);

// %%
plot(
  [
    plot.area(bounds, { label: 'valid at any time', tone: 'simulation' }),
    plot.line(differences, { label: 'Δ', tone: 'sojourn' }),
    plot.rule({ y: 0, tone: 'ink' }),
  ],
  {
    title: 'What the canary adds, as requests arrive',
    x: { label: 'pairs of requests' },
    y: { label: 'Δ, candidate − baseline', unit: 'ms' },
  },
);

// %%
// Up to 3 ms more is acceptable. The interval promotes, rolls back, or asks for more traffic.
const last = pairs - 1;
const decision = record.decide(
  { value: live.difference[last], lower: live.lower[last], upper: live.upper[last] },
  {
    metric: 'added latency',
    comparison: '<=',
    threshold: 3,
    unit: 'ms',
    onPass: { verdict: 'promote', action: 'send all traffic' },
    onFail: { verdict: 'rollback', action: 'send none' },
    onInconclusive: { verdict: 'hold', action: 'keep the share and wait' },
  },
);
print('Δ =', decision.value, 'ms, from', decision.lower, 'to', decision.upper, '· rule: at most 3 ms');
print(decision.verdict, '→', decision.action);

// %%
// How often does each method condemn a harmless release? After n increments, z is their sum over √n.
const chance = random.createStreams(2).service;
const releases = 3000;
let alarms = 0;
for (let i = 0; i < releases; i++) {
  let sum = 0;
  let fired = false;
  for (let look = 1; look <= 5; look++) {
    sum += chance.normal();
    if (Math.abs(sum) / Math.sqrt(look) > 1.96) fired = true;
  }
  if (fired) alarms++;
}
const peeking = stats.wilsonInterval(alarms, releases, 0.99);
const theory = release.boundaryCrossing([1.96, 1.96, 1.96, 1.96, 1.96]).total;
print('five looks at 1.96: false alarms', alarms / releases, 'theory', theory);
checkTrue(peeking.lower <= theory && theory <= peeking.upper, 'the 99 % interval covers the theory');

// %%
// The always-valid test, read after each of 150 pairs, in 300 harmless releases.
const sequence = random.createStreams(3).service;
const harmless = 300;
let sequentialAlarms = 0;
for (let i = 0; i < harmless; i++) {
  const monitor = release.msprtMonitor({ variance: 1, mixingVariance: 0.1 });
  let pValue = 1;
  for (let pair = 0; pair < 150; pair++) {
    pValue = monitor.update(sequence.normal(), sequence.normal()).pValue;
  }
  if (pValue <= 0.05) sequentialAlarms++;
}

// %%
const sequential = stats.wilsonInterval(sequentialAlarms, harmless);
plot(
  plot.bars({ 'five looks at 1.96': alarms / releases, 'always-valid': sequentialAlarms / harmless }),
  {
    title: 'Harmless releases that are condemned',
    y: { label: 'share of releases' },
  },
);
print('150 looks:', sequentialAlarms / harmless, 'from', sequential.lower, 'to', sequential.upper);
checkTrue(sequential.lower <= 0.05, 'no more false alarms than the 5 % that were agreed');
