// %% [markdown]
// ## What a student learns from soft answers
//
// A teacher's probabilities say more than its verdict: which wrong answers are nearly right. Distillation trains a small
// model to match them at a temperature, $\mathrm{KL}(p_T^\tau \,\|\, p_S^\tau)$ with $p^\tau = \mathrm{softmax}(z/\tau)$.
// At high temperature $\tau^2\,\mathrm{KL}$ becomes half the variance of the difference of logits: every logit counts.

// %%
// A student has a lineage of its own: it is made from the teacher's features and answers.
const trail = record.lineage([
  ['raw', 'clean'],
  ['clean', 'features'],
  ['features', 'model'],
  ['model', 'endpoint'],
]);
plot(plot.graph(trail.nodes, trail.edges), { title: 'What the teacher was made from' });
checkTrue(trail.edges.length === trail.nodes.length - 1, 'edges = nodes − 1');
checkTrue(trail.isDownstream('model', 'features'), 'model is downstream of features');

// %%
// One input, three classes: the teacher is sure, the student less so.
const teacherLogits = [4, 2, -1];
const studentLogits = [2.5, 2, 0.5];
function divergence(temperature: number) {
  return drift.klDivergence(softmax(teacherLogits, temperature), softmax(studentLogits, temperature));
}
const difference = teacherLogits.map((logit, i) => logit - studentLogits[i]);
const limit = stats.variance(difference, 0) / 2;
const temperatures = Array.from({ length: 60 }, (_, i) => 0.5 + i / 2);
plot(
  [
    plot.line(
      temperatures.map((tau) => [tau, tau * tau * divergence(tau)]),
      { label: 'τ²·KL', tone: 'simulation' },
    ),
    plot.rule({ y: limit, label: 'half the variance of Δz', tone: 'formula' }),
  ],
  {
    title: 'What the loss sees as it warms up',
    x: { label: 'temperature τ' },
    y: { label: 'τ² KL', unit: 'nats' },
  },
);
checkClose(1000 ** 2 * divergence(1000), limit, 2e-3, 'τ²·KL tends to half the variance');

// %%
// The teacher bends its borders a little; the student has three weights a class, for straight ones.
const teacher = [
  { bias: 0, x: 2, y: 0, xx: -0.4, yy: 0 },
  { bias: 0.5, x: -1, y: 1.5, xx: 0, yy: -0.4 },
  { bias: 0, x: 0, y: -2, xx: 0.4, yy: 0.4 },
];
function teacherOf([x, y]: number[]) {
  return teacher.map((one) => one.bias + one.x * x + one.y * y + one.xx * x * x + one.yy * y * y);
}
function studentOf(weights: number[][], [x, y]: number[]) {
  return weights.map(([bias, alongX, alongY]) => bias + alongX * x + alongY * y);
}

// %%
// Gradient descent, one example at a time: the slope of τ²·KL in each logit is τ·(p_S − p_T).
function train(inputs: number[][], targets: number[][], temperature: number) {
  const weights = [0, 1, 2].map(() => [0, 0, 0]);
  for (let example = 0; example < 12 * inputs.length; example++) {
    const n = example % inputs.length;
    const probabilities = softmax(studentOf(weights, inputs[n]), temperature);
    for (const [k, row] of weights.entries()) {
      const slope = 0.08 * temperature * (probabilities[k] - targets[n][k]);
      [1, ...inputs[n]].forEach((value, j) => {
        row[j] -= slope * value;
      });
    }
  }
  return weights;
}

// %%
// Ten training sets of 24 inputs. Hard labels are drawn from the teacher's
// probabilities, as people's labels would be.
const tau = input.range({ label: 'temperature τ', min: 1, max: 8, step: 0.5, value: 2 });
const stream = random.createStreams(1).service;
function points(count: number) {
  return Array.from({ length: count }, () => [stream.normal(), stream.normal()]);
}
function drawLabel(probabilities: number[]) {
  const u = stream.uniform();
  const label = u < probabilities[0] ? 0 : u < probabilities[0] + probabilities[1] ? 1 : 2;
  return [0, 1, 2].map((k) => (k === label ? 1 : 0));
}
const tests = points(500);
function agreement(weights: number[][]) {
  const best = (logits: number[]) => logits.indexOf(Math.max(...logits));
  return tests.filter((x) => best(studentOf(weights, x)) === best(teacherOf(x))).length / tests.length;
}
const students = Array.from({ length: 10 }, () => {
  const inputs = points(24);
  const hard = inputs.map((x) => drawLabel(softmax(teacherOf(x))));
  const soft = inputs.map((x) => softmax(teacherOf(x), tau));
  return { hard: agreement(train(inputs, hard, 1)), soft: agreement(train(inputs, soft, tau)) };
});

// %%
const fromLabels = students.map(({ hard }) => hard);
const distilled = students.map(({ soft }) => soft);
plot(
  plot.bars({ 'hard labels': stats.mean(fromLabels), [`soft, τ = ${tau}`]: stats.mean(distilled) }),
  {
    title: 'Ten students each, 24 examples',
    y: { label: 'agreement with the teacher' },
  },
);

// %%
const gain = release.pairedComparison(fromLabels, distilled);
print('soft answers add', gain.mean, 'from', gain.lower, 'to', gain.upper, '→', gain.verdict);
const agree = stats.batchMeans(distilled, { batches: 10 });
const decision = record.decide(
  { value: 1 - agree.mean, lower: 1 - agree.upper, upper: 1 - agree.lower },
  {
    metric: 'answers that differ from the teacher',
    comparison: '<=',
    threshold: 0.15,
    onPass: { verdict: 'within δ', action: 'serve the student' },
    onFail: { verdict: 'too small', action: 'give the student more features' },
  },
);
print('differs in', decision.value, 'from', decision.lower, 'to', decision.upper);
print('rule: at most', decision.rule.threshold);
print(decision.verdict, '→', decision.action);
