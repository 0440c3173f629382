import { describe, expect, it } from 'vitest';
import * as random from '../../../src/engine/random/index.ts';
import { mean, variance } from '../../../src/engine/stats/index.ts';

const { constant, createStreams, draw, empirical, erlang, exponential, gamma, hyperexponential } = random;
const { lognormal, pareto, uniform, weibull } = random;

const COUNT = 400_000;

describe('laws', () => {
  it.each([
    exponential(2),
    constant(3),
    uniform({ min: 1, max: 4 }),
    lognormal({ mean: 0.5, scv: 1.5 }),
    gamma({ mean: 2, scv: 0.3 }),
    gamma({ mean: 2, scv: 4 }),
    erlang({ k: 3, mean: 1.5 }),
    hyperexponential({ probability: 0.5, means: [0.2, 1.8] }),
    hyperexponential({ mean: 1, scv: 4 }),
    pareto({ shape: 6, minimum: 1 }),
    weibull({ shape: 1.7, scale: 2 }),
    empirical([1, 2, 2, 7]),
  ])('$name: the drawn mean and scv are those it states', (law) => {
    const values = draw(law, createStreams(11).service, COUNT);
    const average = mean(values);
    const spread = variance(values);
    const error = Math.sqrt(spread / COUNT);
    const fourth = mean(values.map((x) => (x - average) * (x - average) * (x - average) * (x - average)));
    const spreadError = Math.sqrt(Math.max(0, fourth - spread * spread) / COUNT);
    expect(Math.abs(average - law.mean)).toBeLessThanOrEqual(4 * error + 1e-12);
    expect(Math.abs(spread - law.scv * law.mean * law.mean)).toBeLessThanOrEqual(4 * spreadError + 1e-12);
    expect(values.every((x) => x > 0)).toBe(true);
  });
  it('the exponential of the ziggurat has the right shape: a Kolmogorov–Smirnov distance below its 99.9 % bound', () => {
    const values = draw(exponential(1), createStreams(3).service, COUNT).sort();
    let distance = 0;
    values.forEach((x, i) => {
      const share = 1 - Math.exp(-x);
      distance = Math.max(distance, Math.abs((i + 1) / COUNT - share), Math.abs(i / COUNT - share));
    });
    expect(distance * Math.sqrt(COUNT)).toBeLessThan(1.95);
    expect(values.at(-1)).toBeGreaterThan(9); // the tail beyond the ziggurat is reached
  });
  it('normal variates have the right first four moments', () => {
    const { service } = createStreams(8);
    const values = Float64Array.from({ length: COUNT }, () => service.normal());
    expect(Math.abs(mean(values))).toBeLessThan(4 / Math.sqrt(COUNT));
    expect(Math.abs(variance(values) - 1)).toBeLessThan(4 * Math.sqrt(2 / COUNT));
    expect(Math.abs(mean(values.map((z) => z * z * z)))).toBeLessThan(4 * Math.sqrt(15 / COUNT));
    expect(Math.abs(mean(values.map((z) => z * z * z * z)) - 3)).toBeLessThan(4 * Math.sqrt(96 / COUNT));
  });
  it('a Pareto law says where its moments are infinite', () => {
    expect(pareto({ shape: 1.5, minimum: 1 })).toMatchObject({ mean: 3, scv: Infinity });
    expect(pareto({ shape: 1, minimum: 1 }).mean).toBe(Infinity);
    expect(pareto({ shape: 3, mean: 3 }).mean).toBeCloseTo(3, 12);
  });
  it('balanced hyperexponential branches carry half of the mean each', () => {
    const law = hyperexponential({ mean: 2, scv: 4 });
    expect(law.mean).toBeCloseTo(2, 12);
    expect(law.scv).toBeCloseTo(4, 12);
  });
  it('names the argument, the bound and the value', () => {
    expect(() => exponential(0)).toThrow('mean must be > 0, got 0');
    expect(() => uniform({ min: 2, max: 1 })).toThrow('max must be > min = 2, got 1');
    expect(() => hyperexponential({ mean: 1, scv: 0.5 })).toThrow('scv must be > 1');
    expect(() => empirical([])).toThrow(RangeError);
    expect(() => erlang({ k: 1.5, mean: 1 })).toThrow('k must be an integer >= 1, got 1.5');
  });
});

describe('arrivals', () => {
  const gapsOf = (arrivals: random.Arrivals, count: number): Float64Array => {
    const times = new Float64Array(count);
    arrivals.start(createStreams(4).arrivals).fill(times, count);
    return times.map((time, i) => time - (times[i - 1] ?? 0));
  };
  it.each([
    random.poisson(5),
    random.deterministic(0.25),
    random.renewal(uniform({ min: 0, max: 2.5 })),
    random.mmpp({ rates: [0.2, 1.4], switching: [0.1, 0.1] }),
    random.mmpp({ rates: [0, 3], switching: [1, 2] }),
  ])('$name: rate and scv are those it states', (arrivals) => {
    const gaps = gapsOf(arrivals, COUNT);
    const average = mean(gaps);
    expect(Math.abs(average * arrivals.rate - 1)).toBeLessThan(0.02);
    expect(Math.abs(variance(gaps) / (average * average) - arrivals.scv)).toBeLessThan(
      0.03 * arrivals.scv + 1e-9,
    );
  });
  it('a trace is replayed as it was, and then there is nothing more', () => {
    const arrivals = random.trace([0.5, 1, 1, 4]);
    const times = new Float64Array(6);
    arrivals.start(createStreams(1).arrivals).fill(times, 6);
    expect([...times]).toEqual([0.5, 1, 1, 4, Infinity, Infinity]);
    expect(() => random.trace([2, 1])).toThrow('times must never decrease, got 1 after 2 at times[1]');
  });
});
