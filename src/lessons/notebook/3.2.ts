// %% [markdown]
// ## One slow shard holds up the night
//
// A batch job ends when its last shard does. With $m$ workers that each take the next shard, Graham's bound says
// $\mathrm{makespan} \le \frac{1}{m}\sum_i t_i + \left(1 - \frac{1}{m}\right) \max_i t_i$: the average load, plus what one
// straggler can add. A second copy of a shard that is late buys the second term back.

// %%
// A batch is scored in one go; the rule is the same for each row.
const scores = [0.05, 0.2, 0.45, 0.8, 0.95];
const verdicts = scores.map((score) =>
  record.decide(score, {
    metric: 'risk score',
    comparison: '>=',
    threshold: 0.7,
    onPass: { verdict: 'escalate', action: 'ask a person' },
    onFail: { verdict: 'answer', action: 'write the prediction' },
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
// 60 shards of 10,000 rows on 8 workers. A shard takes a + b·n: 1
// minute to start, then 20,000 rows a minute.
const workers = 8;
const shardMinutes = 1 + 10_000 / 20_000;
print('throughput of a worker', 10_000 / shardMinutes, 'rows a minute; without the start', 20_000);
const straggler = input.range({
  label: 'stragglers are slower by',
  min: 1,
  max: 20,
  step: 1,
  value: 8,
  unit: '×',
});
const shardTime = random.mixture([
  { weight: 0.98, law: random.lognormal({ mean: shardMinutes, scv: 0.1 }) },
  { weight: 0.02, law: random.lognormal({ mean: shardMinutes * straggler, scv: 0.1 }) },
]);

// %%
// Whoever is free first takes the next shard.
function makespan(times: ArrayLike<number>) {
  const freeAt = new Float64Array(workers);
  for (const time of Array.from(times)) {
    freeAt.sort();
    freeAt[0] += time;
  }
  return Math.max(...freeAt);
}
const one = random.draw(shardTime, random.createStreams(1).service, 60);
const average = stats.sum(one) / workers;
const longest = Math.max(...one);
print('one night:', makespan(one), 'minutes; average load', average, '· longest shard', longest);
checkTrue(
  makespan(one) >= Math.max(average, longest),
  'no schedule beats the average or the longest shard',
);
checkTrue(makespan(one) <= average + (1 - 1 / workers) * longest, 'Graham: never worse than the bound');

// %%
// 400 nights. A shard that runs twice its usual time gets a copy on a
// fresh machine; the first to finish counts.
const streams = random.createStreams(2);
const nights = Array.from({ length: 400 }, () => {
  const first = random.draw(shardTime, streams.service, 60);
  const copy = random.draw(shardTime, streams.retries, 60);
  const earlier = first.map((time, i) => Math.min(time, 2 * shardMinutes + copy[i]));
  return { plain: makespan(first), rescued: makespan(earlier) };
});
const plain = nights.map((night) => night.plain);
const rescued = nights.map((night) => night.rescued);
const deadline = 16;
plot(
  [
    plot.ecdf(plain, { label: 'one copy', tone: 'bad' }),
    plot.ecdf(rescued, { label: 'second copy when late', tone: 'good' }),
    plot.rule({ x: deadline, label: 'deadline', tone: 'ink' }),
  ],
  {
    title: '400 nights, with and without second copies',
    x: { label: 'makespan', unit: 'minutes' },
    y: { label: 'share of nights done' },
  },
);

// %%
// A share of 400 nights has an interval: Wilson's.
function decideOnTime(minutes: number[]) {
  const done = minutes.filter((time) => time <= deadline).length;
  return record.decide(
    { value: done / minutes.length, ...stats.wilsonInterval(done, minutes.length) },
    {
      metric: 'nights before the deadline',
      comparison: '>=',
      threshold: 0.9,
      onPass: { verdict: 'on time', action: 'keep the schedule' },
      onFail: { verdict: 'late', action: 'send second copies, or start earlier' },
    },
  );
}
for (const [name, nightly] of Object.entries({ 'one copy': plain, 'second copy when late': rescued })) {
  const { value, lower, upper, rule, verdict, action } = decideOnTime(nightly);
  print(`${name}: on time`, value, 'from', lower, 'to', upper, '· rule: at least', rule.threshold);
  print(verdict, '→', action);
}
