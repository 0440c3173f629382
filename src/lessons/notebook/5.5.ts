// %% [markdown]
// ## Refusing some is serving most
//
// Past capacity a queue without limit makes every answer late: goodput, the answers in time, goes to 0 while the server is
// busy all along. A bound on the queue is M/M/1/K and keeps $\mu(1 - p_0)$ answers a second. Retries are worse than
// overload: they can keep it alive after its cause is gone.

// %%
// What breaks when the endpoint is overloaded? Whoever is downstream
// of it; and it is downstream of all this.
const trail = record.lineage([
  ['raw', 'clean'],
  ['clean', 'features'],
  ['features', 'model'],
  ['model', 'endpoint'],
]);
plot(plot.graph(trail.nodes, trail.edges), { title: 'What the endpoint depends on' });
print('an overload may come from', trail.upstreamOf('endpoint').join(', '));
checkTrue(trail.edges.length === trail.nodes.length - 1, 'edges = nodes − 1');
checkTrue(trail.isDownstream('model', 'features'), 'model is downstream of features');

// %%
// One server of 10 requests/s; an answer after one second is of no use.
const serviceRate = 10;
const deadline = 1;
const service = simulate.exponential(1 / serviceRate);
const admissions = {
  nothing: [],
  'bounded queue': [simulate.boundedQueue({ capacity: 5 })],
  'deadline drop': [simulate.deadlineDrop({ deadline: 0.5 })],
};
const loads = [0.5, 0.9, 1.4, 2];
const curves = Object.entries(admissions).map(([name, admission]) => {
  const runs = loads.map((load) => {
    const system = { arrivals: simulate.poisson(load * serviceRate), service, admission };
    const log = simulate.simulate(system, { seed: 1, horizon: 80 });
    return { load, ...simulate.summarize(log, { deadline }).goodput };
  });
  return { name, runs };
});

// %%
const tones = ['bad', 'good', 'simulation'] as const;
plot(
  curves.flatMap(({ name, runs }, i) => [
    plot.line(
      runs.map(({ load, value }) => [load, value]),
      { label: name, tone: tones[i] },
    ),
    plot.scatter(
      runs.map(({ load, value, lower, upper }) => [load, value, lower, upper]),
      { tone: tones[i] },
    ),
  ]),
  {
    title: 'Answers in time, with 95 % intervals',
    x: { label: 'offered load, as a share of capacity' },
    y: { label: 'goodput', unit: 'requests/s' },
  },
);

// %%
// The bounded queue is M/M/1/6: one in service, five in line. At twice
// the capacity, in its formula and in the run:
const bounded = curves[1].runs[3];
const exact = queueing.mmck({ arrivalRate: 2 * serviceRate, serviceRate, servers: 1, capacity: 6 });
print('served', exact.throughput, 'requests/s, 95 % of them within', exact.sojournQuantile(0.95), 's');
print('simulated in time', bounded.value, 'requests/s, from', bounded.lower, 'to', bounded.upper);
checkTrue(bounded.lower <= exact.throughput, 'no more is in time than M/M/1/K serves');
checkTrue(bounded.upper >= 0.95 * exact.throughput, 'and no less than 95 % of it');
table(
  curves.map(({ name, runs }) => {
    const { value, lower, upper, verdict, action } = record.decide(runs[3], {
      metric: 'goodput at twice the capacity',
      comparison: '>=',
      threshold: 0.9 * serviceRate,
      onPass: { verdict: 'holds', action: 'deploy' },
      onFail: { verdict: 'collapses', action: 'do not deploy' },
    });
    return { policy: name, value, lower: lower ?? value, upper: upper ?? value, verdict, action };
  }),
);
print('rule: at least', 0.9 * serviceRate, 'requests/s in time at twice the capacity');

// %%
// 70 % busy, but for 20 s three times the traffic. Clients give up after
// 1.5 s and try again, up to four times in all.
function storm(budget?: ReturnType<typeof simulate.retryBudget>) {
  const system = {
    arrivals: simulate.poisson(7),
    service,
    timeout: 1.5,
    retry: simulate.retry({ attempts: 4, base: 0.5, budget }),
    events: [simulate.spike({ at: 60, duration: 20, factor: 3 })],
  };
  return simulate.simulate(system, { seed: 1, horizon: 200 });
}
const naive = storm();
function inside(log: typeof naive) {
  return Array.from({ length: 101 }, (_, i) => [2 * i, simulate.frameAt(log, 2 * i).inSystem]);
}
function attemptsPerRequest(log: typeof naive) {
  return (log.counts?.attempts ?? 0) / log.requests;
}

// %%
// With a budget, retries may be at most this share of the requests.
const ratio = input.range({ label: 'retry budget', min: 0.05, max: 1, step: 0.05, value: 0.1 });
const budgeted = storm(simulate.retryBudget({ ratio }));
plot(
  [
    plot.line(inside(naive), { label: 'retries without limit', tone: 'bad' }),
    plot.line(inside(budgeted), { label: `retry budget ${ratio}`, tone: 'good' }),
    plot.rule({ x: 60, label: 'spike begins', tone: 'ink' }),
    plot.rule({ x: 80, label: 'ends', tone: 'ink' }),
  ],
  {
    title: 'The cause is gone, the overload stays',
    x: { label: 'time', unit: 's' },
    y: { label: 'requests in the system' },
  },
);

// %%
const naiveAttempts = attemptsPerRequest(naive);
const attempts = attemptsPerRequest(budgeted);
print('attempts a request: without limit', naiveAttempts, 'with a budget', attempts);
// The budget starts with ten retries saved up; beyond them its ratio is a hard limit on the load.
checkTrue(attempts <= 1 + ratio + 10 / budgeted.requests, 'the budget bounds the attempts');
