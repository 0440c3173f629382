// %% [markdown]
// ## Five routers, the same requests
//
// A router turns one stream into many queues. Random routing makes each replica an M/M/1 of its own; looking at two
// queues shortens the longest one from about $\frac{\log n}{\log \log n}$ to $\log \log n$; knowing the work is as good
// as one common queue. All five meet the very same requests here, so what differs is theirs.

// %%
// Same requests? A fingerprint says so; Σ i·vᵢ is the idea behind it, and notices order.
const values = [17, 23, 42, 99, 101];
function weightedSum(numbers: number[]) {
  return stats.sum(numbers.map((number, i) => (i + 1) * number));
}
const copy = [...values];
print('Σ i·vᵢ', weightedSum(values), 'fingerprint', record.fingerprint(values));
checkClose(weightedSum(values), 1090, 1e-8, 'Σ i·vᵢ is 1090');
checkClose(weightedSum(copy), weightedSum(values), 1e-8, 'an equal copy gives the same sum');
checkTrue(record.fingerprint(copy) === record.fingerprint(values), 'and the same fingerprint');

// %%
// Eight replicas at 5 requests/s; a request takes one second of work. One replica may be slow.
const slowness = input.range({
  label: 'replica 1 is slower by',
  min: 1,
  max: 8,
  step: 1,
  value: 4,
  unit: '×',
});
const routers = [
  { name: 'random', routing: simulate.randomRouting() },
  { name: 'round robin', routing: simulate.roundRobin() },
  { name: 'two choices', routing: simulate.powerOfD({ d: 2 }) },
  { name: 'shortest queue', routing: simulate.leastLoaded() },
  { name: 'least work', routing: simulate.leastWork() },
];
const service = simulate.exponential(1);
const system = { arrivals: simulate.poisson(5), service, servers: 8 };
const speeds = Array.from({ length: 8 }, (_, server) => (server === 0 ? 1 / slowness : 1));
const runs = routers.map(({ name, routing }) => {
  const log = simulate.simulate({ ...system, speeds, routing }, { seed: 1, requests: 2000 });
  return { name, log, p99: simulate.summarize(log).p99 };
});
const requests = runs.map(({ log }) => record.fingerprint(log.arrival));
checkTrue(new Set(requests).size === 1, 'five routers, one stream of requests');

// %%
const limit = 10;
plot(
  [
    ...runs.map(({ name, p99 }, i) =>
      plot.scatter([[i + 1, p99.value, p99.lower, p99.upper]], { label: name, tone: 'simulation' }),
    ),
    plot.rule({ y: limit, label: 'SLO', tone: 'bad' }),
  ],
  {
    title: `p99 with one replica ${slowness} × as slow`,
    x: { label: 'router, in the order of the table', domain: [0, 7] },
    y: { label: 'p99 with 95 % interval', unit: 's', scale: 'log' },
  },
);
// Where the slow replica's requests went: its share of the traffic.
const shares = runs.map(({ name, log }) => [
  name,
  log.server.filter((server) => server === 0).length / log.requests,
]);
table(['router', 'share sent to replica 1'], shares);

// %%
// With equal replicas, least work starts every request exactly when one common queue would.
const common = simulate.simulate(system, { seed: 1, requests: 1000 });
const routed = simulate.simulate(
  { ...system, routing: simulate.leastWork() },
  { seed: 1, requests: 1000 },
);
const largest = Math.max(...common.start.map((start, i) => Math.abs(start - routed.start[i])));
checkClose(largest, 0, 1e-9, 'least work = one common queue');

// %%
// The whole interval has to keep the SLO; one that holds the limit needs more requests to decide.
const decisions = runs.map(({ p99 }) =>
  record.decide(p99, {
    metric: 'p99',
    comparison: '<=',
    threshold: limit,
    unit: 's',
    onPass: { verdict: 'keeps the SLO', action: 'may be used' },
    onFail: { verdict: 'breaks the SLO', action: 'do not use' },
  }),
);
print('rule: p99 at most', limit, 's');
table(
  decisions.map(({ value, lower = value, upper = value, verdict, action }, i) => ({
    router: runs[i].name,
    value,
    lower,
    upper,
    verdict,
    action,
  })),
);
