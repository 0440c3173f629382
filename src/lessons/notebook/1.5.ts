// %% [markdown]
// ## What twelve bad minutes cost
//
// An objective of 99.9 % leaves a budget of $(1 - \mathrm{SLO}) \cdot N$ failures a month. The burn rate,
// $\mathrm{error\ rate} / (1 - \mathrm{SLO})$, says how fast it goes: at 1 it lasts the month, at 14.4 it is gone in 50
// hours. An alert that reads two windows wakes you for an outage and lets you sleep when it has passed.

// %%
// Averages hide what budgets pay for: the slow end of the same ten requests.
const latencies = [42, 45, 47, 50, 52, 55, 61, 75, 110, 180];
const p50 = percentile(latencies, 50);
const p95 = percentile(latencies, 95);
print('mean', stats.mean(latencies), 'ms, p50', p50, 'ms, p95', p95, 'ms');
checkTrue(p95 > p50, 'p95 > p50');
checkClose(p50, 53.5, 1e-8, 'p50 is 53.5 ms');
checkClose(p95, 148.5, 1e-8, 'p95 is 148.5 ms (linear interpolation)');
print('samples for which a p95 has a finite 95 % interval:', stats.minimumSamples(0.95));

// %%
// Eight hours, minute by minute; the outage begins after the sixth, so that every window was clean.
const objective = 0.999;
const perMinute = 1000;
const outage = { from: 360, minutes: 12 };
const failing = input.range({
  label: 'failing requests',
  min: 2,
  max: 100,
  step: 2,
  value: 30,
  unit: '%',
});
const events = Array.from({ length: 480 }, (_, minute) => {
  const during = minute >= outage.from && minute < outage.from + outage.minutes;
  return {
    time: 60 * (minute + 1),
    total: perMinute,
    errors: during ? (perMinute * failing) / 100 : 0,
  };
});
const alerts = release.alertTimeline(events, { objective });
const paged = alerts.find(({ severity }) => severity === 'page');

// %%
// A clean 1-hour window reaches a burn rate of 14.4 so many seconds after the outage began.
const expected = release.detectionTime({
  objective,
  threshold: 14.4,
  windowSeconds: 3600,
  errorRate: failing / 100,
});
const delay = paged === undefined ? Infinity : paged.time - 60 * outage.from;
print('paged after', delay, 's; a lasting outage pages after', expected, 's');
const isNear = delay >= expected && delay < expected + 60;
checkTrue(
  expected > 60 * outage.minutes ? delay === Infinity : isNear,
  'the page comes within a minute of theory',
);

// %%
function burnOver(minutes: number) {
  return events.map(({ time }, i) => {
    const window = events.slice(Math.max(0, i - minutes + 1), i + 1);
    const errorRate = stats.mean(window.map(({ errors, total }) => errors / total));
    return [time / 60 - outage.from, release.burnRate({ errorRate, objective })];
  });
}
function around(curve: number[][]) {
  return curve.filter(([minute]) => minute >= -20 && minute <= 90);
}
plot(
  [
    plot.line(around(burnOver(60)), { label: 'over 1 hour', tone: 'simulation' }),
    plot.line(around(burnOver(5)), { label: 'over 5 minutes', tone: 'measured' }),
    plot.rule({ y: 14.4, label: 'page', tone: 'bad' }),
  ],
  {
    title: `Burn rate around a ${outage.minutes}-minute outage`,
    x: { label: 'time since the outage began', unit: 'minutes' },
    y: { label: 'burn rate' },
  },
);

// %%
// The budget of thirty such days, and whether it is still worth a risky release.
const failures = stats.sum(events.map((event) => event.errors));
const budget = release.errorBudget({ objective, requests: perMinute * 60 * 24 * 30, failures });
const decision = record.decide(budget.spentShare, {
  metric: 'share of the budget that is spent',
  comparison: '<=',
  threshold: 0.1,
  onPass: { verdict: 'budget left', action: 'go on releasing' },
  onFail: { verdict: 'budget low', action: 'stop risky releases' },
});
print('failed', failures, 'of', budget.allowed, 'requests that may fail in a month');
print('spent', decision.value, '· rule: at most 0.1');
print(decision.verdict, '→', decision.action);
const outageMinutes = (outage.minutes * failing) / 100;
checkClose(
  budget.spentShare,
  outageMinutes / budget.minutes,
  1e-9,
  'spent = minutes down / 43.2 minutes',
);
