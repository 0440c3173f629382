// %% [markdown]
// ## Why 95 % busy feels ten times slower than 50 %
//
// Utilization is $\rho = \lambda/(c\mu)$. In M/M/1 the time in the system is $W = 1/(\mu - \lambda)$: it does not grow
// with the load, it explodes at $\rho \to 1$. With service times of any law, $W = E[S] + \frac{\rho}{1-\rho} \cdot
// \frac{1 + CV^2}{2} E[S]$. A better model is no faster server, so the release is judged first and the load second.

// %%
// Five folds, each scored by both models: compare pair by pair.
const baseline = [0.72, 0.73, 0.71, 0.74, 0.72];
const candidate = [0.74, 0.75, 0.73, 0.76, 0.75];
const delta = release.pairedComparison(baseline, candidate);
print('mean paired delta', delta.mean, 'standard error', delta.standardError);
print('95 % interval', delta.lower, 'to', delta.upper, '→ the candidate is', delta.verdict);
checkTrue(delta.mean > 0, 'mean delta > 0');
checkClose(delta.mean, 0.022, 1e-8, 'mean paired delta is 0.022');
checkClose(delta.standardError, 0.002, 1e-8, 'standard error (ddof 1) is 0.002');

// %%
// Its service takes 100 ms on average; how much it varies is yours to choose.
const meanService = 0.1;
const variability = input.range({
  label: 'CV² of the service time',
  min: 0,
  max: 4,
  step: 0.5,
  value: 1,
});
const varied = { mean: meanService, scv: variability };
const service = variability === 0 ? simulate.constant(meanService) : simulate.lognormal(varied);
function theory(utilization: number) {
  const arrivalRate = utilization / meanService;
  return queueing.mg1({ arrivalRate, meanService, scvService: variability }).meanSojourn;
}

// %%
// 8000 requests at each of five loads, every run with the same service times.
const simulated = [0.2, 0.4, 0.6, 0.7, 0.8].map((utilization) => {
  const arrivals = simulate.poisson(utilization / meanService);
  const run = simulate.simulate({ arrivals, service }, { seed: 1, requests: 8000, log: 'none' });
  return { utilization, sojourn: simulate.summarize(run, { confidence: 0.99 }).meanSojourn };
});
// Near ρ = 1 a run of this length is short; up to 0.6 it has to agree.
for (const { utilization, sojourn } of simulated.slice(0, 3)) {
  const law = theory(utilization);
  checkTrue(
    sojourn.lower <= law && law <= sojourn.upper,
    `ρ = ${utilization}: the interval covers the formula`,
  );
}

// %%
const target = 0.7;
const grid = Array.from({ length: 94 }, (_, i) => (i + 1) / 100);
plot(
  [
    plot.line(
      grid.map((utilization) => [utilization, 1000 * theory(utilization)]),
      { label: 'formula', tone: 'formula' },
    ),
    plot.scatter(
      simulated.map(({ utilization, sojourn }) => [
        utilization,
        1000 * sojourn.value,
        1000 * sojourn.lower,
        1000 * sojourn.upper,
      ]),
      { label: 'simulated, 99 % interval', tone: 'simulation' },
    ),
    plot.rule({ x: target, label: 'target', tone: 'warn' }),
  ],
  {
    title: `Time in the system, CV² = ${variability}`,
    x: { label: 'utilization ρ' },
    y: { label: 'mean sojourn W', unit: 'ms' },
  },
);

// %%
// One server at 8 requests/s is too busy: how many keep ρ at the target, and what does W become?
const arrivalRate = 8;
const serviceRate = 1 / meanService;
const servers = queueing.serversFor({ arrivalRate, serviceRate, maximumUtilization: target });
const pool = queueing.ggc({
  arrivalRate,
  meanService,
  scvArrival: 1,
  scvService: variability,
  servers,
});
const decision = record.decide(arrivalRate / serviceRate, {
  metric: 'utilization',
  comparison: '<=',
  threshold: target,
  onPass: { verdict: 'headroom', action: 'keep one server' },
  onFail: { verdict: 'too busy', action: `run ${servers} servers at ρ = ${pool.utilization}` },
});
print('ρ of one server', decision.value, '· rule: at most', target);
print(decision.verdict, '→', decision.action);
print('W falls from', 1000 * theory(decision.value), 'to', 1000 * pool.meanSojourn, 'ms');
const half = queueing.mm1({ arrivalRate: 5, serviceRate });
const busy = queueing.mm1({ arrivalRate: 9.5, serviceRate });
checkClose(busy.meanSojourn / half.meanSojourn, 10, 1e-8, 'M/M/1: W at ρ = 0.95 is 10 × W at ρ = 0.5');
