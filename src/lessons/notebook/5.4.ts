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
// A day of long jobs: 4 a minute on average, 30 s each, busiest at noon. Seconds throughout.
const day = 86_400;
const meanService = 30;
const arrivals = random.diurnal({ rate: 4 / 60, amplitude: 0.8, period: day });
const coldStart = input.range({
  label: 'cold start',
  min: 0,
  max: 900,
  step: 60,
  value: 300,
  unit: 's',
});
const target = 0.6;
const autoscaler = simulate.hpa({ target, maximum: 12, coldStart, period: 120 });
const service = simulate.exponential(meanService);
const log = simulate.simulate({ arrivals, service, servers: 1, autoscaler }, { seed: 1, horizon: day });
const replicas = log.replicas ?? { time: [], ready: [] };

// %%
const hours = Array.from({ length: 97 }, (_, i) => i / 4);
function offered(hour: number) {
  return meanService * (4 / 60) * (1 + 0.8 * Math.cos((2 * Math.PI * (hour - 12)) / 24));
}
plot(
  [
    plot.line(
      { x: replicas.time.map((time) => time / 3600), y: replicas.ready },
      { label: 'ready', tone: 'cost', step: true },
    ),
    plot.line(
      hours.map((hour) => [hour, offered(hour) / target]),
      { label: 'λ(t)·E[S]/target', tone: 'formula', dashed: true },
    ),
    plot.line(
      hours.map((hour) => [hour, offered(hour)]),
      { label: 'λ(t)·E[S]', tone: 'arrival-rate' },
    ),
  ],
  {
    title: `Replicas over a day, cold start ${coldStart} s`,
    x: { label: 'hour of the day', unit: 'h' },
    y: { label: 'replicas' },
  },
);

// %%
// Little's law for the servers: on average λ·E[S] of them are busy, however many there are.
const busy = simulate.stepArea({ time: log.changes.time, inSystem: log.changes.busy }, 0, day) / day;
const spread = (meanService * Math.sqrt(2 * log.requests)) / day;
print('mean busy replicas', busy, 'λ·E[S]', (meanService * 4) / 60, '±', 3 * spread);
checkClose(busy, (meanService * 4) / 60, 3 * spread, 'mean number busy = λ·E[S]');

// %%
// A miss is an answer after 90 s. Neighbours share their queue, so the interval comes from batches.
const misses = Array.from(log.finish, (finish, i) => (finish - log.arrival[i] > 90 ? 1 : 0));
const missed = stats.batchMeans(misses);
const replicaHours =
  simulate.stepArea({ time: replicas.time, inSystem: replicas.ready }, 0, day) / 3600;
const most = Math.max(...replicas.ready);
print('answers after 90 s', missed.mean, 'from', missed.lower, 'to', missed.upper);
print('replica-hours', replicaHours, '· with', most, 'replicas all day', 24 * most);

// %%
// Both have to hold: few misses, and less than half of what the peak's replicas would cost all day.
const onPass = { verdict: 'inside', action: 'keep the settings' };
const missRule = {
  metric: 'share of answers after 90 s',
  threshold: 0.08,
  onFail: { verdict: 'too many', action: 'lower the target, or warm up sooner' },
};
const costRule = {
  metric: 'replica-hours',
  threshold: 12 * most,
  onFail: { verdict: 'too dear', action: 'raise the target' },
};
const gates = release.gates([
  { value: { ...missed, value: missed.mean }, rule: { ...missRule, comparison: '<=', onPass } },
  { value: replicaHours, rule: { ...costRule, comparison: '<=', onPass } },
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
