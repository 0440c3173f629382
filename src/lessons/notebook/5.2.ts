// %% [markdown]
// ## One area, counted twice
//
// Draw $N(t)$, the number inside, over time. Cut the area upright and it is $L$ times the length; cut it level, one row a
// request, and it is the sum of the times spent inside. So $L = \lambda W$, whatever the laws. On a window it holds with
// an edge term: $\bar{L} = \bar{\lambda}\,\bar{W} + \varepsilon$, for those who were inside when it opened or closed.

// %%
// Little's law needs no law of arrivals; the mix of requests may drift, and it still holds.
const reference = [0.2, 0.3, 0.25, 0.25];
const current = [0.1, 0.25, 0.3, 0.35];
const shift = psi(reference, current, { epsilon: 1e-8 });
plot(plot.groupedBars(['kind 1', 'kind 2', 'kind 3', 'kind 4'], { reference, current }), {
  title: 'Requests by kind',
  y: { label: 'share of requests' },
});
print('PSI', shift);
checkTrue(shift >= 0, 'PSI ≥ 0');
checkClose(shift, 0.121194, 5e-7, 'PSI is 0.121194');

// %%
// One server, 80 % busy, and a window of 60 s that you can move.
const log = simulate.simulate(
  { arrivals: simulate.poisson(0.8), service: simulate.exponential(1) },
  { seed: 1, requests: 400 },
);
const from = input.range({
  label: 'the window opens at',
  min: 0,
  max: 360,
  step: 5,
  value: 100,
  unit: 's',
});
const to = from + 60;
const slice = simulate.littlesLawWindow(log, from, to);
const path = simulate.samplePath(log);
const columns = simulate.stepArea({ time: path.time, inSystem: path.number }, from, to);
print('area by columns', columns, 'by rows', slice.area, 'request-seconds');
checkClose(columns, slice.area, 1e-6, 'both cuts give one area');
const identity = slice.number - slice.arrivalRate * slice.sojourn - slice.edgeTerm;
print('L', slice.number, '= λ', slice.arrivalRate, '· W', slice.sojourn, '+ ε', slice.edgeTerm);
checkClose(identity, 0, 1e-9, 'L = λW + ε');

// %%
plot(
  [
    plot.line({ x: path.time, y: path.number }, { label: 'N(t)', tone: 'number', step: true }),
    plot.line(
      [
        [from, slice.number],
        [to, slice.number],
      ],
      { label: 'L', tone: 'formula' },
    ),
    plot.rule({ x: from, label: 'opens', tone: 'ink' }),
    plot.rule({ x: to, label: 'closes', tone: 'ink' }),
  ],
  {
    title: 'The number inside, and its mean over the window',
    x: { label: 'time', unit: 's', domain: [0, 420] },
    y: { label: 'requests inside' },
  },
);

// %%
// A dashboard that times only requests which came and went inside the window leaves the long ones out.
const inside = Array.from(log.arrival, (arrival, i) => ({ arrival, finish: log.finish[i] })).filter(
  ({ arrival, finish }) => arrival >= from && finish <= to,
);
const seen = stats.mean(inside.map(({ arrival, finish }) => finish - arrival));
const rule = {
  metric: '|L − λW − ε|',
  threshold: 0.05,
  onPass: { verdict: 'consistent', action: 'trust L, λ and W' },
  onFail: { verdict: 'inconsistent', action: 'one of the three is measured wrongly' },
};
const biased = slice.number - slice.arrivalRate * seen - slice.edgeTerm;
for (const [name, gap] of Object.entries({ 'all requests': identity, 'finished ones only': biased })) {
  const { value, verdict, action } = record.decide(Math.abs(gap), { ...rule, comparison: '<=' });
  print(`${name}: |L − λW − ε| =`, value, '· rule: at most', rule.threshold, '·', verdict, '→', action);
}
const line = queueing.mm1({ arrivalRate: 0.8, serviceRate: 1 });
checkClose(
  queueing.littlesLaw({ arrivalRate: 0.8, sojourn: line.meanSojourn }).number,
  line.meanNumber,
  1e-9,
  'M/M/1: L = λW',
);
