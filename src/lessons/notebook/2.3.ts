// %% [markdown]
// ## Work done and thrown away
//
// Throughput $q$ counts what the server finishes; goodput counts what somebody still waited for. With a client that
// gives up after $d$ seconds and a server that does not learn of it, goodput is $\lambda\,(1 - e^{-(\mu - \lambda) d})$
// in M/M/1: past the knee the machine is full and useful answers vanish. The bill counts machine time all the same:
// $\mathrm{cost}(y) = c_{in} n_{in} + c_{out} n_{out} + c_{gpu} T$.

// %%
// Throughput is computed from a log; is it still the log that was
// measured? A weighted sum notices a swap.
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
// One server of 10 requests/s. It never learns that a client gave up
// after a second, so its line is plain M/M/1.
const serviceRate = 10;
const patience = 1;
const service = simulate.exponential(1 / serviceRate);
const runs = [3, 6, 8, 9, 9.5, 10.5, 12, 14].map((arrivalRate) => {
  const log = simulate.simulate(
    { arrivals: simulate.poisson(arrivalRate), service },
    { seed: 1, horizon: 500 },
  );
  const { goodput, throughput } = simulate.summarize(log, { deadline: patience, confidence: 0.99 });
  return { arrivalRate, goodput, throughput };
});

// λ·P(W ≤ d): the sojourn is exponential with rate μ − λ, and at λ ≥ μ nobody is answered in time.
function goodputAt(arrivalRate: number) {
  return arrivalRate < serviceRate
    ? arrivalRate * (1 - Math.exp((arrivalRate - serviceRate) * patience))
    : 0;
}

// %%
for (const { arrivalRate, goodput } of runs) {
  const law = goodputAt(arrivalRate);
  checkTrue(
    goodput.lower <= law && law <= goodput.upper,
    `λ = ${arrivalRate}: the interval covers the formula`,
  );
}

// %%
// The goodput of every load up to 14 requests/s, and the load where it is highest.
const grid = Array.from({ length: 113 }, (_, i) => i / 8);
const best = grid.toSorted((a, b) => goodputAt(b) - goodputAt(a))[0];
print('most goodput', goodputAt(best), 'requests/s, at', best, 'offered');

// %%
plot(
  [
    plot.line(
      grid.map((rate) => [rate, Math.min(rate, serviceRate)]),
      { label: 'finished', tone: 'neutral' },
    ),
    plot.line(
      grid.map((rate) => [rate, goodputAt(rate)]),
      { label: 'in time', tone: 'formula' },
    ),
    plot.scatter(
      runs.map(({ arrivalRate, goodput }) => [
        arrivalRate,
        goodput.value,
        goodput.lower,
        goodput.upper,
      ]),
      { label: 'simulated, 99 % interval', tone: 'simulation' },
    ),
    plot.rule({ x: best, label: 'most goodput', tone: 'good' }),
  ],
  {
    title: 'Past the knee the server works for nobody',
    x: { label: 'offered load λ', unit: 'requests/s' },
    y: { label: 'finished per second', unit: 'requests/s' },
  },
);

// %%
// What one useful answer costs: tokens in and out for every request that
// is finished, and the machine by the hour.
const offered = input.range({
  label: 'offered load λ',
  min: 1,
  max: 9.5,
  step: 0.5,
  value: 9,
  unit: 'requests/s',
});
const demand = 6; // useful answers a second that the product needs
const dollarsPerRequest = 800 * 0.15e-6 + 200 * 0.6e-6;
const dollarsPerSecond = 2.5 / 3600;
const useful = goodputAt(offered);
function dollarsPerAnswer(rate: number) {
  return (rate * dollarsPerRequest + dollarsPerSecond) / goodputAt(rate);
}
print('a useful answer costs', dollarsPerAnswer(offered), '$');
print(`at ${best} requests/s, where goodput is highest`, dollarsPerAnswer(best), '$');

// %%
const decision = record.decide(useful, {
  metric: 'goodput',
  comparison: '>=',
  threshold: demand,
  unit: 'requests/s',
  onPass: { verdict: 'enough', action: 'keep one replica' },
  onFail: { verdict: 'too little', action: `add a replica, or admit ${best} requests/s at most` },
});
print('goodput', decision.value, 'requests/s; rule: at least', demand);
print(decision.verdict, '→', decision.action);
