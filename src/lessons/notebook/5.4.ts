// %% [markdown]
// ## A day with an autoscaler
//
// The Horizontal Pod Autoscaler asks for $\lceil \mathrm{current} \cdot \mathrm{metric}/\mathrm{target} \rceil$ replicas.
// It follows the day, late by its period and by the cold start of every new replica. Lower targets and warm replicas buy
// the delay back; both are on the invoice, so the day is judged by misses and by replica-hours together.

// %%
// A rule that a machine follows is a guardrail too: a threshold, a verdict, an action.
const scores = [0.05, 0.2, 0.45, 0.8, 0.95];
const verdicts = scores.map((score) =>
  record.decide(score, {
    metric: 'risk score',
    comparison: '>=',
    threshold: 0.7,
    onPass: { verdict: 'escalate', action: 'ask a person' },
    onFail: { verdict: 'answer', action: 'return the prediction' },
  }),
);
table(
  ['value', 'verdict', 'action'],
  verdicts.map(({ value, verdict, action }) => [value, verdict, action]),
);
const escalated = verdicts.filter(({ verdict }) => verdict === 'escalate').length;
print('escalated', escalated, 'of', scores.length);
checkTrue(escalated === 2, 'two escalate');

// %%
// The rule by hand: three replicas at twice the target become six; within 10 % nothing moves.
checkTrue(
  simulate.desiredReplicas({ current: 3, metric: 200, target: 100 }) === Math.ceil((3 * 200) / 100),
  'three at twice the target: six',
);
checkTrue(
  simulate.desiredReplicas({ current: 10, metric: 105, target: 100 }) === 10,
  '5 % over: unchanged',
);

// %%
// Jobs of 30 s on average; one a minute at night, eight from the morning on, three in the evening.
const day = 86_400;
const meanService = 30;
const rates = Array.from({ length: 24 }, (_, hour) => (hour < 8 ? 1 : hour < 18 ? 8 : 3) / 60);
const arrivals = random.diurnal({ rates });
const coldStart = input.range({
  label: 'cold start',
  min: 0,
  max: 900,
  step: 100,
  value: 300,
  unit: 's',
});
const target = 0.6;
const looks = { period: 300, stabilization: 1800 };
const autoscaler = simulate.hpa({ target, maximum: 12, coldStart, ...looks });
const system = { arrivals, service: simulate.exponential(meanService), autoscaler };
const days = [1, 2, 3, 4, 5].map((seed) => simulate.simulate(system, { seed, horizon: day }));

// %%
const today = days[0].replicas ?? { time: [], ready: [] };
const offered = rates.map((rate, hour) => [hour, rate * meanService]);
plot(
  [
    plot.line(
      { x: today.time.map((time) => time / 3600), y: today.ready },
      { label: 'ready', tone: 'cost', step: true },
    ),
    plot.line(
      offered.map(([hour, load]) => [hour, load / target]),
      { label: 'λ(t)·E[S]/target', tone: 'formula', dashed: true, step: true },
    ),
    plot.line(offered, { label: 'λ(t)·E[S]', tone: 'arrival-rate', step: true }),
  ],
  {
    title: `Replicas over a day, cold start ${coldStart} s`,
    x: { label: 'hour of the day', unit: 'h' },
    y: { label: 'replicas' },
  },
);

// %%
// Little's law for the servers: on average λ·E[S] of them are busy, however many there are.
const busy = days.map(({ changes }) => {
  return simulate.stepArea({ time: changes.time, inSystem: changes.busy }, 0, day) / day;
});
const meanBusy = stats.batchMeans(busy, { batches: 5, confidence: 0.99 });
const law = stats.mean(rates) * meanService;
print('mean busy replicas', meanBusy.mean, 'from', meanBusy.lower, 'to', meanBusy.upper);
print('λ·E[S]', law);
checkTrue(meanBusy.lower <= law && law <= meanBusy.upper, 'five days: the interval covers λ·E[S]');

// %%
// A miss is a job that waits for more than 15 s. Days differ: the interval comes from five of them.
const missed = days.map(({ start, arrival }) => {
  return start.filter((time, i) => time - arrival[i] > 15).length / arrival.length;
});
const hours = days.map(({ replicas }) => {
  const { time, ready } = replicas ?? { time: [], ready: [] };
  return simulate.stepArea({ time, inSystem: ready }, 0, day) / 3600;
});
const missShare = stats.batchMeans(missed, { batches: 5 });
const replicaHours = stats.batchMeans(hours, { batches: 5 });
const most = Math.max(...today.ready);
print('misses', missShare.mean, 'from', missShare.lower, 'to', missShare.upper);
print('replica-hours', replicaHours.mean, 'from', replicaHours.lower, 'to', replicaHours.upper);
print(`${most} replicas all day would be`, 24 * most);

// %%
// Both have to hold: few misses, and two thirds of what the peak's replicas would cost all day.
const onPass = { verdict: 'inside', action: 'keep the settings' };
const missRule = {
  metric: 'jobs that wait over 15 s',
  threshold: 0.045,
  onFail: { verdict: 'too many', action: 'scale up before eight, or start faster' },
};
const costRule = {
  metric: 'replica-hours a day',
  threshold: 16 * most,
  onFail: { verdict: 'too dear', action: 'raise the target' },
};

// %%
const misses = { ...missShare, value: missShare.mean };
const cost = { ...replicaHours, value: replicaHours.mean };
const gates = release.gates([
  { value: misses, rule: { ...missRule, comparison: '<=', onPass } },
  { value: cost, rule: { ...costRule, comparison: '<=', onPass } },
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
