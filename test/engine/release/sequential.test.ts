import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams } from '../../../src/engine/random/index.ts';
import { continueWithin, exitChance, type Paths, start } from '../../../src/engine/release/brownianExit.ts';
import {
  boundaryCrossing,
  groupSequential,
  msprt,
  msprtMonitor,
  obrienFlemingSpending,
  pocockSpending,
  powerSpending,
  sprt,
  sprtCharacteristic,
} from '../../../src/engine/release/index.ts';
import { clopperPearson, mean, normalCdf, standardError } from '../../../src/engine/stats/index.ts';

describe('the recursion behind group-sequential boundaries', () => {
  const mass = ({ weights }: Paths) => weights.reduce((sum, weight) => sum + weight, 0);
  it.each([
    ['far apart', [1, 2, 3, 4, 5]],
    ['close together', [1, 1.01, 1.02, 1.5, 1.505]],
    ['on a large scale', [100, 200, 201]],
  ])('loses no path: those inside and those that leave are all; looks %s', (_name, times) => {
    for (const drift of [0, 0.8]) {
      let paths = start;
      for (const time of times) {
        const before = mass(paths);
        const left = exitChance(paths, time, 1.96, drift) + exitChance(paths, time, 1.96, drift, true);
        paths = continueWithin(paths, time, 1.96, drift);
        expect(mass(paths) + left).toBeCloseTo(before, 10);
      }
    }
  });
  it.each([0.5, 1, 100])('a look at time %d that never stops changes nothing later', (time) => {
    for (const drift of [0, 1, 10]) {
      const later = exitChance(continueWithin(start, time, Infinity, drift), 2 * time, 2, drift);
      expect(later).toBeCloseTo(normalCdf(drift * Math.sqrt(2 * time) - 2), 9);
    }
  });
});

describe('peeking', () => {
  it('five looks at z = 1.96 give 14.2 % false alarms: by integration, and by simulation', () => {
    const { total } = boundaryCrossing(new Array(5).fill(1.96));
    expect(total).toBeCloseTo(0.142, 3);
    const { service } = createStreams(14);
    let alarms = 0;
    for (let run = 0; run < 5000; run++) {
      let score = 0;
      for (let look = 1; look <= 5; look++) {
        score += service.normal();
        if (Math.abs(score) / Math.sqrt(look) >= 1.96) {
          alarms++;
          break;
        }
      }
    }
    const { lower, upper } = clopperPearson(alarms, 5000, 0.999);
    expect(lower).toBeLessThan(total);
    expect(upper).toBeGreaterThan(total);
  });
  it('one look is the plain test, whatever the drift', () => {
    for (const drift of [0, 1, 2.8]) {
      const { upper, lower, total, meanInformation } = boundaryCrossing([1.96], { drift });
      expect(upper[0]).toBeCloseTo(normalCdf(drift - 1.96), 12);
      expect(lower[0]).toBeCloseTo(normalCdf(-drift - 1.96), 12);
      expect(total).toBeCloseTo(upper[0]! + lower[0]!, 12);
      expect(meanInformation).toBe(1);
    }
  });
});

describe('group-sequential bounds', () => {
  it('Lan & DeMets’ for five looks are the published ones', () => {
    const published = {
      spendObrienFleming: [4.8769, 3.357, 2.6803, 2.2898, 2.031],
      spendPocock: [2.438, 2.4268, 2.4102, 2.3966, 2.386],
    } as const;
    for (const spending of ['spendObrienFleming', 'spendPocock'] as const)
      groupSequential({ looks: 5, spending }).z.forEach((z, i) => {
        expect(z).toBeCloseTo(published[spending][i]!, 3);
      });
  });
  it('spend exactly alpha in all, and by a function what it says at each look', () => {
    const uneven = [0.1, 0.35, 0.5, 1];
    for (const spending of [
      'pocock',
      'obrienFleming',
      'haybittlePeto',
      'spendPocock',
      'spendObrienFleming',
    ] as const) {
      const { spent, nominal, z } = groupSequential({ looks: 4, alpha: 0.02, spending, information: uneven });
      expect(spent[3]).toBeCloseTo(0.02, 9);
      expect(nominal[0]).toBeCloseTo(2 * normalCdf(-z[0]!), 12);
      expect(spent[0]).toBeCloseTo(nominal[0]!, 9);
    }
    const cubic = groupSequential({ looks: 4, spending: powerSpending(3) });
    cubic.spent.forEach((spent, i) => {
      expect(spent).toBeCloseTo(0.05 * ((i + 1) / 4) ** 3, 9);
    });
    expect(cubic.constant).toBeNaN();
  });
  it('O’Brien–Fleming’s fall, Pocock’s stay, Haybittle–Peto’s are 3 but for the last', () => {
    const { z } = groupSequential({ looks: 6, spending: 'obrienFleming' });
    expect(z.every((bound, i) => i === 0 || bound < z[i - 1]!)).toBe(true);
    expect(new Set(groupSequential({ looks: 3, spending: 'pocock' }).z).size).toBe(1);
    expect(groupSequential({ looks: 3, spending: 'haybittlePeto' }).z.slice(0, 2)).toEqual([3, 3]);
  });
  it('with an effect they find it, and stop early', () => {
    const { z } = groupSequential({ looks: 5 });
    const { total, meanInformation, lower } = boundaryCrossing(z, { drift: 3.24 });
    expect(total).toBeCloseTo(0.9, 1);
    expect(meanInformation).toBeLessThan(0.8);
    expect(lower.every((chance) => chance < 1e-3)).toBe(true);
    expect(boundaryCrossing(z, { drift: -3.24 }).total).toBeCloseTo(total, 9);
  });
  it('a look may be one that cannot stop', () => {
    expect(boundaryCrossing([Infinity, 1.959964]).total).toBeCloseTo(0.05, 6);
    const { z } = groupSequential({ looks: 2, information: [0.001, 1], spending: 'spendObrienFleming' });
    expect(z[0]).toBe(Infinity);
    expect(z[1]).toBeCloseTo(1.959964, 5);
  });
  it('spending rises from 0 to alpha', () => {
    for (const spending of [pocockSpending, obrienFlemingSpending, powerSpending(2), powerSpending(0.5)]) {
      expect(spending(0, 0.05)).toBeCloseTo(0, 12);
      expect(spending(1, 0.05)).toBeCloseTo(0.05, 9);
      fc.assert(
        fc.property(
          fc.double({ min: 0.01, max: 1, noNaN: true }),
          fc.double({ min: 0.01, max: 1, noNaN: true }),
          (s, t) => {
            return spending(Math.min(s, t), 0.05) <= spending(Math.max(s, t), 0.05) + 1e-15;
          },
        ),
      );
    }
  });
  it('refuse what is no plan', () => {
    expect(() => groupSequential({ looks: 0 })).toThrow('looks must be an integer >= 1, got 0');
    expect(() => groupSequential({ looks: 2, information: [0.5] })).toThrow(
      'information must hold 2 shares, got 1',
    );
    expect(() => groupSequential({ looks: 2, information: [0.5, 0.4] })).toThrow(
      'information[1] must be in (0.5, 1], got 0.4',
    );
    expect(() => boundaryCrossing([])).toThrow('looks must be >= 1, got 0');
    expect(() => boundaryCrossing([0])).toThrow('boundaries[0] must be > 0, got 0');
    // @ts-expect-error: not a design
    expect(() => groupSequential({ looks: 2, spending: 'all' })).toThrow(
      'unknown spending: all (one of pocock,',
    );
  });
});

describe('SPRT', () => {
  const plan = { p0: 0.02, p1: 0.06, alpha: 0.05, beta: 0.1 };
  const run = (p: number, runs: number, seed: number) => {
    const { service } = createStreams(seed);
    const results = Array.from({ length: runs }, () => {
      const test = sprt(plan);
      while (test.reading.decision === 'continue') test.update(service.uniform() < p ? 1 : 0);
      return test.reading;
    });
    const counts = results.map(({ count }) => count);
    const accepted = results.filter(({ decision }) => decision === 'acceptNull').length;
    return { accepted, average: mean(counts), error: standardError(counts) };
  };
  it('keeps Wald’s bounds on both errors', () => {
    const healthy = run(0.02, 1000, 1);
    expect(clopperPearson(1000 - healthy.accepted, 1000, 0.999).lower).toBeLessThan(0.05 / 0.9);
    const broken = run(0.06, 1000, 2);
    expect(clopperPearson(broken.accepted, 1000, 0.999).lower).toBeLessThan(0.1 / 0.95);
  });
  it.each([0.01, 0.02, 0.036, 0.06, 0.1])('at p = %s behaves nearly as Wald’s approximation says', (p) => {
    const got = run(p, 600, 3);
    const expected = sprtCharacteristic(plan, p);
    expect(Math.abs(got.accepted / 600 - expected.acceptNull)).toBeLessThan(0.07);
    expect(got.average).toBeGreaterThan(0.9 * expected.meanCount - 3 * got.error);
    expect(got.average).toBeLessThan(1.35 * expected.meanCount + 3 * got.error);
  });
  it('a service that as good as never fails is accepted, after the fewest values that can do it', () => {
    const { acceptNull, meanCount } = sprtCharacteristic(plan, 1e-300);
    expect(acceptNull).toBe(1);
    const test = sprt(plan);
    while (test.update(0).decision === 'continue');
    expect(Math.ceil(meanCount)).toBe(test.reading.count);
  });
  it('where the drift of the score is 0 it takes longest', () => {
    const level = (p: number) => sprtCharacteristic(plan, p).meanCount;
    const gain = Math.log(3);
    const loss = Math.log(0.94 / 0.98);
    const zero = -loss / (gain - loss);
    expect(level(zero)).toBeGreaterThan(level(zero * 0.8));
    expect(level(zero)).toBeGreaterThan(level(zero * 1.2));
    expect(level(zero)).toBeCloseTo(level(zero + 1e-7), 1);
    expect(sprtCharacteristic(plan, 0.02).acceptNull).toBeCloseTo(0.95, 9);
    expect(sprtCharacteristic(plan, 0.06).acceptNull).toBeCloseTo(0.1, 9);
  });
  it('its score is the log-likelihood ratio of each law', () => {
    const bernoulli = sprt({ p0: 0.5, p1: 0.25 });
    bernoulli.update(1);
    expect(bernoulli.update(0).logLikelihoodRatio).toBeCloseTo(Math.log(0.5) + Math.log(1.5), 12);
    const normal = sprt({ law: 'normal', mean0: 0, mean1: 2, standardDeviation: 2 });
    expect(normal.update(3).logLikelihoodRatio).toBeCloseTo((9 - 1) / 8, 12);
    const poisson = sprt({ law: 'poisson', mean0: 2, mean1: 3 });
    expect(poisson.update(4).logLikelihoodRatio).toBeCloseTo(4 * Math.log(1.5) - 1, 12);
  });
  it('a decision stays until reset', () => {
    const test = sprt({ p0: 0.01, p1: 0.5 });
    test.update(1);
    const decided = test.update(1);
    expect(decided.decision).toBe('rejectNull');
    expect(test.update(0)).toBe(decided);
    test.reset();
    expect(test.reading).toEqual({ logLikelihoodRatio: 0, decision: 'continue', count: 0 });
  });
  it('refuses hypotheses that are none', () => {
    expect(() => sprt({ p0: 0.1, p1: 0.1 })).toThrow('p0 and p1 must differ, got 0.1 for both');
    expect(() => sprt({ law: 'poisson', mean0: 0, mean1: 1 })).toThrow('mean0 must be > 0, got 0');
    expect(() => sprt({ p0: 0.1, p1: 0.2, alpha: 0.5, beta: 0.5 })).toThrow(
      'alpha + beta must be < 1, got 1',
    );
    expect(() => sprt({ p0: 0.1, p1: 0.2 }).update(2)).toThrow('value must be 0 or 1, got 2');
    // @ts-expect-error: not a law
    expect(() => sprt({ law: 'cauchy', p0: 0.1, p1: 0.2 })).toThrow('unknown law: cauchy');
  });
});

describe('mixture SPRT', () => {
  it('peeked at after every pair it keeps its level and its intervals cover at all times', () => {
    const { service } = createStreams(77);
    let [alarms, lost] = [0, 0];
    for (let run = 0; run < 300; run++) {
      const monitor = msprtMonitor({ variance: 1, mixingVariance: 0.25 });
      let [alarm, missed] = [false, false];
      for (let n = 0; n < 400; n++) {
        const { pValue, lower, upper } = monitor.update(service.normal(), service.normal());
        if (pValue <= 0.05) alarm = true;
        if (lower > 0 || upper < 0) missed = true;
      }
      if (alarm) alarms++;
      if (missed) lost++;
    }
    expect(clopperPearson(alarms, 300, 0.999).lower).toBeLessThan(0.05);
    expect(lost).toBe(alarms); // the interval excludes 0 exactly when Λ ≥ 1/α
  });
  it('finds an effect and says after how many pairs', () => {
    const { service } = createStreams(78);
    const draw = (shift: number) => Float64Array.from({ length: 500 }, () => service.normal() + shift);
    const got = msprt({ baseline: draw(0), candidate: draw(0.6), variance: 1, mixingVariance: 0.25 });
    expect(got.stoppedAt).toBeLessThan(200);
    expect(got.pValue[got.stoppedAt! - 1]).toBeLessThanOrEqual(0.05);
    expect(got.pValue[got.stoppedAt! - 2]).toBeGreaterThan(0.05);
    expect(got.lower[499]).toBeLessThan(0.6);
    expect(got.upper[499]).toBeGreaterThan(0.6);
    expect(got.pValue.every((p, i) => i === 0 || p <= got.pValue[i - 1]!)).toBe(true);
  });
  it('uses pairs only, and refuses variances that are none', () => {
    const plan = { variance: 1, mixingVariance: 1 };
    expect(msprt({ ...plan, baseline: [1, 2, 3], candidate: [1] }).lambda.length).toBe(1);
    expect(msprt({ ...plan, baseline: [], candidate: [] }).stoppedAt).toBeUndefined();
    expect(() => msprt({ ...plan, variance: 0, baseline: [1], candidate: [1] })).toThrow(
      'variance must be > 0, got 0',
    );
    expect(() => msprt({ ...plan, baseline: [1], candidate: [Number.NaN] })).toThrow(
      'candidate must be a finite number, got NaN',
    );
  });
});
