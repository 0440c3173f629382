// %% [markdown]
// ## What a bit is worth, and what one outlier costs
//
// Quantization stores $q = \mathrm{clip}(\mathrm{round}(x/s) + z)$ and computes with $\hat{x} = s\,(q - z)$. The step $s$
// is the range divided by $2^{\mathrm{bits}} - 1$, and rounding errs by $s/\sqrt{12}$ on average. One channel with large
// weights stretches the range, and with it the step, of all others, unless each channel has a scale of its own.

// %%
// A guardrail reads a score against a threshold; coarse scores must not move anybody across it.
const scores = [0.05, 0.2, 0.45, 0.8, 0.95];
const coarse = scores.map((score) => Math.round(score * 255) / 255);
const verdicts = [scores, coarse].map((values) =>
  values.map((score) =>
    record.decide(score, {
      metric: 'risk score',
      comparison: '>=',
      threshold: 0.7,
      onPass: { verdict: 'escalate', action: 'ask a person' },
      onFail: { verdict: 'answer', action: 'return the prediction' },
    }),
  ),
);
table(
  ['value', '8 bits', 'verdict', 'action'],
  scores.map((score, i) => [score, coarse[i], verdicts[1][i].verdict, verdicts[1][i].action]),
);
const escalated = verdicts[0].filter(({ verdict }) => verdict === 'escalate').length;
print('escalated', escalated, 'of', scores.length);
checkTrue(escalated === 2, 'two escalate');
checkTrue(
  verdicts[0].every(({ verdict }, i) => verdict === verdicts[1][i].verdict),
  '8 bits change no verdict',
);

// %%
// From the range to a step s, and from a number to the nearest step and back.
function quantizer(values: ArrayLike<number>, bits: number) {
  const low = Math.min(...Array.from(values));
  const levels = 2 ** bits - 1;
  const scale = (Math.max(...Array.from(values)) - low) / levels;
  const zero = Math.round(-low / scale);
  const restore = (x: number) =>
    scale * (Math.min(levels, Math.max(0, Math.round(x / scale) + zero)) - zero);
  return { scale, restore };
}

// %%
// A layer of 8 channels with 64 weights each; the last channel is larger.
const outlier = input.range({
  label: 'channel 8 is larger by',
  min: 1,
  max: 20,
  step: 1,
  value: 10,
  unit: '×',
});
const weightStream = random.createStreams(1).service;
const layer = Array.from({ length: 8 }, (_, channel) =>
  Float64Array.from({ length: 64 }, () => (channel === 7 ? outlier : 1) * 0.1 * weightStream.normal()),
);
const whole = layer.flatMap((channel) => [...channel]);
function perTensor(bits: number) {
  const { restore } = quantizer(whole, bits);
  return layer.map((channel) => channel.map(restore));
}
function perChannel(bits: number) {
  return layer.map((channel) => channel.map(quantizer(channel, bits).restore));
}

// %%
// The error of the seven ordinary channels, relative to their weights.
function relativeError(restored: Float64Array[]) {
  const ordinary = layer.slice(0, 7).flatMap((channel) => [...channel]);
  const again = restored.slice(0, 7).flatMap((channel) => [...channel]);
  const squares = stats.sum(ordinary.map((weight) => weight ** 2));
  return Math.sqrt(stats.sum(ordinary.map((weight, i) => (weight - again[i]) ** 2)) / squares);
}
const widths = [2, 3, 4, 5, 6, 7, 8];
const oneScale = widths.map((bits) => [bits, relativeError(perTensor(bits))]);
const ownScales = widths.map((bits) => [bits, relativeError(perChannel(bits))]);
plot(
  [
    plot.line(oneScale, { label: 'one scale', tone: 'bad' }),
    plot.line(ownScales, { label: 'a scale a channel', tone: 'good' }),
  ],
  {
    title: `Error of the ordinary channels, outlier ${outlier} ×`,
    x: { label: 'bits a weight' },
    y: { label: 'relative error', scale: 'log' },
  },
);

// %%
const fine = quantizer(whole, 8);
const rootMeanSquare = Math.sqrt(stats.mean(whole.map((w) => (w - fine.restore(w)) ** 2)));
checkClose(rootMeanSquare / (fine.scale / Math.sqrt(12)), 1, 0.1, 'rounding errs by s/√12');

// %%
// Does it matter? 400 inputs, seven yes-or-no outputs each: how many answers change?
const stream = random.createStreams(2).service;
const inputs = Array.from({ length: 400 }, () => Array.from({ length: 64 }, () => stream.uniform()));
function answers(weights: Float64Array[]) {
  return inputs.flatMap((x) =>
    weights.slice(0, 7).map((channel) => {
      let total = 0;
      for (let i = 0; i < 64; i++) total += channel[i] * x[i];
      return total > 0;
    }),
  );
}
const exact = answers(layer);
function flipped(weights: Float64Array[]) {
  const changed = answers(weights).filter((answer, i) => answer !== exact[i]).length;
  return { value: changed / exact.length, ...stats.wilsonInterval(changed, exact.length) };
}

// %%
const plans = [8, 4].flatMap((bits) => [
  { name: `${bits} bits, one scale`, evidence: flipped(perTensor(bits)) },
  { name: `${bits} bits, a scale a channel`, evidence: flipped(perChannel(bits)) },
]);
table(
  plans.map(({ name, evidence }) => {
    const { value, lower, upper, verdict, action } = record.decide(evidence, {
      metric: 'answers that change',
      comparison: '<=',
      threshold: 0.02,
      onPass: { verdict: 'inside the budget', action: 'ship' },
      onFail: { verdict: 'too many', action: 'more bits or finer scales' },
    });
    return { plan: name, value, lower: lower ?? value, upper: upper ?? value, verdict, action };
  }),
);
print('rule: at most 0.02 of the answers may change');
