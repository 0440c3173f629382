// %% [markdown]
// ## The same request, the same answer?
//
// A served answer is $z = T(u; c, e)$: input $u$, configuration $c$, environment $e$. Only when all three are kept can a
// number be reproduced, and only then does a difference mean something. Here a latency that grows with the input's
// length is measured, fitted by $T \approx a + b\,u$, and run again from its own record.

// %%
// A guardrail is the smallest service: a score in, a verdict out. The
// rule, not the reader, sets the threshold.
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
// T(u; c): 20 ms and 0.4 ms a token, times a spread that the server adds. The seed is part of c.
interface Setting {
  seed: number;
  perTokenMs: number;
}
function serve(tokens: number[], { seed, perTokenMs }: Setting) {
  const spread = random.draw(
    random.lognormal({ mean: 1, scv: 0.02 }),
    random.createStreams(seed).service,
    tokens.length,
  );
  return tokens.map((count, i) => (20 + perTokenMs * count) * spread[i]);
}
const sizes = random.createStreams('sizes').service;
const tokens = Array.from({ length: 300 }, () => 20 + sizes.integer(480));
const setting = { seed: 1, perTokenMs: 0.4 };
const latencies = serve(tokens, setting);

// %%
// Least squares, and how sure the slope is: the same fit on 300
// samples of the pairs, drawn with replacement.
function leastSquares(pairs: ArrayLike<number>) {
  const chosen = Array.from(pairs);
  const meanTokens = stats.mean(chosen.map((i) => tokens[i]));
  const meanLatency = stats.mean(chosen.map((i) => latencies[i]));
  const across = stats.sum(chosen.map((i) => (tokens[i] - meanTokens) * (latencies[i] - meanLatency)));
  const slope = across / stats.sum(chosen.map((i) => (tokens[i] - meanTokens) ** 2));
  return { slope, intercept: meanLatency - slope * meanTokens };
}
const all = tokens.map((_, i) => i);
const line = leastSquares(all);
const slope = stats.bootstrapInterval(all, (pairs) => leastSquares(pairs).slope, {
  resamples: 300,
  method: 'percentile',
});
print('b =', slope.value, 'ms a token, 95 % interval', slope.lower, 'to', slope.upper);
checkTrue(slope.lower <= 0.4 && 0.4 <= slope.upper, 'the interval covers the true 0.4 ms');

// %%
// One limit for all sizes says nothing: the p95 depends on u.
const bands = [20, 140, 260, 380].map((from) => {
  const inBand = latencies.filter((_, i) => tokens[i] >= from && tokens[i] < from + 120);
  const { lower, upper } = stats.quantileInterval(inBand, 0.95, 0.9);
  return [from + 60, stats.quantile(inBand, 0.95), lower, Math.min(upper, Math.max(...inBand))];
});
plot(
  [
    plot.scatter(
      tokens.map((count, i) => [count, latencies[i]]),
      { tone: 'measured' },
    ),
    plot.line(
      [20, 500].map((count) => [count, line.intercept + line.slope * count]),
      { label: 'fit', tone: 'formula' },
    ),
    plot.scatter(bands, { label: 'p95, 90 % interval', tone: 'warn' }),
  ],
  {
    title: 'Latency by input size',
    x: { label: 'input size u', unit: 'tokens' },
    y: { label: 'latency', unit: 'ms' },
  },
);

// %%
// Keep u, c and e with the result; then run it again, and once with another configuration.
const environment = { runtime: 'one server' };
const kept = record.record({ input: tokens, config: setting, environment, result: latencies });
const again = record.rerun(kept, serve);
const slower = { seed: 1, perTokenMs: 0.5 };
const changed = record.record({
  input: tokens,
  config: slower,
  environment,
  result: serve(tokens, slower),
});
print(again.sentence);
print(record.replay(kept, changed).sentence);
checkTrue(again.reproduced, 'equal fingerprints: reproduced');
checkTrue(!record.replay(kept, changed).reproduced, 'another configuration is another run');
const decision = record.decide(again.differs.length, {
  metric: 'causes that differ',
  comparison: '===',
  threshold: 0,
  onPass: { verdict: 'replayable', action: `publish with the fingerprint ${kept.fingerprint}` },
  onFail: { verdict: 'not replayable', action: 'find the unrecorded cause' },
});
print('causes that differ', decision.value, '· rule: none;', decision.verdict, '→', decision.action);
