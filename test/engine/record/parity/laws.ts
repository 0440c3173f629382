import { random } from '../../../../src/engine/index.ts';

/** How many numbers of each. */
export const COUNT = 20_000;

/** Every law. */
export const laws: Record<string, random.Law> = {
  constant: random.constant(2),
  empirical: random.empirical([1, 2, 2, 7]),
  erlang: random.erlang({ k: 3, mean: 2 }),
  exponential: random.exponential(1.5),
  gamma: random.gamma({ mean: 2, scv: 2.5 }),
  'gamma, narrow': random.gamma({ mean: 2, scv: 0.2 }),
  hyperexponential: random.hyperexponential({ mean: 1, scv: 4 }),
  lognormal: random.lognormal({ mean: 1, scv: 4 }),
  mixture: random.mixture([
    { weight: 6, law: random.lognormal({ mean: 40, scv: 0.3 }) },
    { weight: 1, law: random.pareto({ shape: 3, minimum: 100 }) },
  ]),
  pareto: random.pareto({ shape: 1.7, minimum: 0.5 }),
  scaled: random.scaled(random.gamma({ mean: 1, scv: 1.3 }), 3),
  uniform: random.uniform({ min: 0.5, max: 4 }),
  weibull: random.weibull({ shape: 0.7, scale: 2 }),
  zipf: random.zipf({ items: 1000, exponent: 0.9 }),
};

/** Every arrival process. */
export const arrivals: Record<string, random.Arrivals> = {
  deterministic: random.deterministic(0.25),
  diurnal: random.diurnal({ rate: 5, amplitude: 0.8, period: 40 }),
  'diurnal, hourly': random.diurnal({ rates: [1, 4, 2, 0.5], period: 60 }),
  mmpp: random.mmpp({ rates: [0.2, 1.4], switching: [0.1, 0.1] }),
  poisson: random.poisson(0.8),
  renewal: random.renewal(random.weibull({ shape: 1.7, scale: 2 })),
  trace: random.trace(Array.from({ length: COUNT }, (_, i) => Math.sqrt(i))),
};

/** The first arrival times of a process. */
export const timesOf = (process: random.Arrivals): Float64Array => {
  const times = new Float64Array(COUNT);
  process.start(random.createStreams('parity').arrivals).fill(times, COUNT);
  return times;
};
