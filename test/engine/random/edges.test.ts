import { describe, expect, it } from 'vitest';
import { complex, exponentialOf, powerOf } from '../../../src/engine/numeric/complex.ts';
import * as random from '../../../src/engine/random/index.ts';

const { createStreams } = random;

describe('laws at the edges of their domains', () => {
  it('distribution functions are 0 below their support', () => {
    for (const law of [
      random.hyperexponential({ mean: 1, scv: 2 }),
      random.weibull({ shape: 2, scale: 1 }),
      random.lognormal({ mean: 1, scv: 1 }),
      random.gamma({ mean: 1, scv: 1 }),
      random.erlang({ k: 2, mean: 1 }),
      random.uniform({ min: 1, max: 2 }),
      random.exponential(1),
      random.pareto({ shape: 2, minimum: 1 }),
    ]) {
      expect(law.cdf?.(-1), law.name).toBe(0);
    }
  });
  it('a lognormal without spread is a constant', () => {
    const law = random.lognormal({ mean: 3, scv: 0 });
    expect([law.cdf?.(2.9), law.cdf?.(3.1)]).toEqual([0, 1]);
    expect(law.sample(createStreams(1).service)).toBeCloseTo(3, 12);
  });
  it('names what is wrong', () => {
    expect(() => random.pareto({ shape: 1, mean: 2 })).toThrow(
      'shape must be > 1 for a Pareto law with a finite mean, got 1',
    );
    expect(() => random.empirical([0, 0])).toThrow('got only zeros');
    expect(() => random.trace([1])).toThrow('times must hold at least two arrivals, got 1');
    expect(() => random.mmpp({ rates: [0, 0], switching: [1, 1] })).toThrow('got only zeros');
  });
  it('the median of a law with an infinite mean is found all the same', () => {
    expect(random.lawQuantile(random.pareto({ shape: 0.8, minimum: 1 }), 0.5)).toBeCloseTo(2 ** 1.25, 9);
  });
  it('a mixture draws from its last part when rounding leaves a rest', () => {
    const law = random.mixture([{ weight: 1, law: random.constant(5) }]);
    const { service } = createStreams(1);
    const one = Object.assign(Object.create(service), { uniform: () => 1 });
    expect(law.sample(one)).toBe(5);
  });
});

describe('streams', () => {
  it('a whole block of uniforms is that of single draws', () => {
    const block = new Float64Array(2000);
    createStreams(1).service.fillUniform(block);
    const { service } = createStreams(1);
    expect([...block]).toEqual(Array.from({ length: 2000 }, () => service.uniform()));
    const exponentials = new Float64Array(64);
    createStreams(1).service.fillExponential(exponentials);
    const again = createStreams(1).service;
    expect([...exponentials]).toEqual(Array.from({ length: 64 }, () => again.exponential()));
  });
});

describe('complex numbers', () => {
  it('powers and exponentials keep to the principal branch', () => {
    const z = complex(0.3, 2);
    const cube = powerOf(z, 3);
    expect(cube.re).toBeCloseTo(0.3 ** 3 - 3 * 0.3 * 4, 12);
    expect(cube.im).toBeCloseTo(3 * 0.09 * 2 - 8, 12);
    expect(exponentialOf(complex(-800, 1))).toEqual({ re: 0, im: 0 });
  });
});
