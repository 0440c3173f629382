// %% [markdown]
// ## How long to wait for late events
//
// A stream closes a window when the watermark passes its end: $\mathrm{watermark} = \max(\mathrm{event\ time}) -
// \mathrm{allowed\ lateness}$. Wait longer and fewer events come too late, but every answer does. And when the consumer
// stands still for $s$ seconds, the backlog $\lambda s$ needs $\lambda s/(\mu - \lambda)$ more seconds to drain.

// %%
// A window's count has a lineage too; a correction at the source has to reach everything after it.
const trail = record.lineage([
  ['raw', 'clean'],
  ['clean', 'features'],
  ['features', 'model'],
  ['model', 'endpoint'],
]);
plot(plot.graph(trail.nodes, trail.edges), { title: 'A corrected event travels all the way' });
print('to be made again after a correction of raw:', trail.downstreamOf('raw').join(', '));
checkTrue(trail.edges.length === trail.nodes.length - 1, 'edges = nodes − 1');
checkTrue(trail.isDownstream('model', 'features'), 'model is downstream of features');

// %%
// 2000 events, 20 a second, each with its own delay on the way; they are handled in order of arrival.
const streams = random.createStreams(1);
const delays = random.draw(random.lognormal({ mean: 3, scv: 2 }), streams.service, 2000);
const events = Array.from(delays, (delay, i) => ({ eventTime: i / 20, arrival: i / 20 + delay }));
const inOrder = events.toSorted((a, b) => a.arrival - b.arrival);
const windowLength = 10;

// An event is too late when its window was closed before it came.
function lateShare(allowedLateness: number) {
  let newest = 0;
  let late = 0;
  for (const { eventTime } of inOrder) {
    const windowEnd = windowLength * (Math.floor(eventTime / windowLength) + 1);
    if (newest - allowedLateness >= windowEnd) late++;
    newest = Math.max(newest, eventTime);
  }
  return { value: late / inOrder.length, ...stats.wilsonInterval(late, inOrder.length) };
}
const curve = Array.from({ length: 26 }, (_, lateness) => ({ lateness, ...lateShare(lateness) }));
const isFalling = curve.every(({ value }, i) => i === 0 || value <= curve[i - 1].value);
checkTrue(isFalling, 'more patience never drops more');
checkTrue(
  lateShare(Math.max(...delays)).value === 0,
  'as patient as the longest delay: nothing is dropped',
);

// %%
const dropLimit = 0.01;
const allowed = input.range({
  label: 'allowed lateness',
  min: 0,
  max: 25,
  step: 1,
  value: 5,
  unit: 's',
});
plot(
  [
    plot.scatter(
      curve.map(({ lateness, value, lower, upper }) => [lateness, value, lower, upper]),
      { tone: 'measured' },
    ),
    plot.rule({ y: dropLimit, label: 'limit', tone: 'bad' }),
    plot.rule({ x: allowed, label: 'chosen', tone: 'ink' }),
  ],
  {
    title: 'Events that miss their window, with 95 % intervals',
    x: { label: 'allowed lateness', unit: 's' },
    y: { label: 'share of events' },
  },
);

// %%
const decision = record.decide(lateShare(allowed), {
  metric: 'events that come too late',
  comparison: '<=',
  threshold: dropLimit,
  onPass: { verdict: 'few', action: `close windows ${allowed} s after their end` },
  onFail: { verdict: 'too many', action: 'wait longer, or correct windows afterwards' },
});
print('too late', decision.value, 'from', decision.lower, 'to', decision.upper);
print('rule: at most', dropLimit);
print(decision.verdict, '→', decision.action);

// %%
// The consumer takes 25 events/s and stalls for ten seconds; steady arrivals, so that the law is exact.
const arrivalRate = 20;
const serviceRate = 25;
const stall = { at: 30, duration: 10 };
const log = simulate.simulate(
  {
    arrivals: simulate.deterministic(1 / arrivalRate),
    service: simulate.constant(1 / serviceRate),
    pauses: [stall],
  },
  { seed: 1, horizon: 120 },
);
const seconds = Array.from({ length: 241 }, (_, i) => i / 2);
const backlog = seconds.map((time) => [time, simulate.frameAt(log, time).inSystem]);

// %%
plot(
  [
    plot.line(backlog, { tone: 'number' }),
    plot.rule({ x: stall.at + stall.duration, label: 'back', tone: 'good' }),
  ],
  {
    title: 'A ten-second stall is felt for forty seconds more',
    x: { label: 'time', unit: 's' },
    y: { label: 'events in the queue' },
  },
);
const stalledUntil = stall.at + stall.duration;
const drained = backlog.find(([time, number]) => time > stalledUntil && number <= 1)?.[0] ?? Infinity;
const expected = (arrivalRate * stall.duration) / (serviceRate - arrivalRate);
checkClose(drained - stalledUntil, expected, 1, 'drain time = λs/(μ − λ)');
