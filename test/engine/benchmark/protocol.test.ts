import { describe, expect, it } from 'vitest';
import {
  blockOrder,
  calibrationDrift,
  calibrationKernel,
  correctnessGate,
  decideStop,
  innerRuns,
  lookPoint,
  type StoppingRule,
  stoppingRule,
  timerStep,
  touchesHidden,
} from '../../../src/engine/benchmark/index.ts';

describe('the timer', () => {
  it('has the smallest positive difference as its step', () => {
    expect(timerStep([100, 100, 100.1, 100.1, 100.3, 100.4])).toBeCloseTo(0.1, 10);
  });
  it('ignores the rounding of large stamps', () => {
    expect(timerStep([5_000_000, 5_000_000.000_000_001, 5_000_000.005])).toBeCloseTo(0.005, 6);
  });
  it('says so when the clock never moved', () => {
    expect(() => timerStep([3, 3, 3])).toThrow(/stood still over 3 readings/);
  });
});

describe('inner batching', () => {
  it('makes one sample span at least 50 timer steps, and no more runs than that needs', () => {
    for (const [single, step] of [
      [0.03, 0.005],
      [0.03, 0.1],
      [0.249, 0.005],
    ] as const) {
      const count = innerRuns(single, step);
      expect(count * single).toBeGreaterThanOrEqual(50 * step);
      expect((count - 1) * single).toBeLessThan(50 * step);
    }
  });
  it('is one run where one run is long enough', () => {
    expect(innerRuns(1, 0.005)).toBe(1);
  });
  it('names what is wrong', () => {
    expect(() => innerRuns(0, 0.005)).toThrow('singleMs must be > 0, got 0');
    expect(() => innerRuns(1, 0)).toThrow('stepMs must be > 0, got 0');
  });
});

describe('the stopping rule', () => {
  const rule: StoppingRule = { ...stoppingRule, shortestMs: 1000, timeLimitMs: 5000, countLimit: 4000 };
  const state = { samples: 400, elapsedMs: 1500, looks: 0, relativeHalfWidth: () => 0.01 };

  it('stops for precision at a look point', () => {
    expect(decideStop(state, rule)).toEqual({ stop: true, looks: 1, reason: 'precision' });
  });
  it('does not even ask between look points', () => {
    const asked = () => {
      throw new Error('asked between looks');
    };
    expect(decideStop({ ...state, samples: 400, looks: 1, relativeHalfWidth: asked }, rule).stop).toBe(false);
  });
  it('takes a look once, however many samples came at a time', () => {
    const decision = decideStop({ ...state, samples: 900, relativeHalfWidth: () => 0.5 }, rule);
    expect(decision).toEqual({ stop: false, looks: 3 });
    expect([0, 1, 2].map((index) => lookPoint(index, rule))).toEqual([368, 552, 828]);
  });
  it('says when the time or the count ended it instead', () => {
    const wide = { ...state, relativeHalfWidth: () => 0.5 };
    expect(decideStop({ ...wide, elapsedMs: 5000 }, rule)).toMatchObject({ stop: true, reason: 'time' });
    expect(decideStop({ ...wide, samples: 4000 }, rule)).toMatchObject({ stop: true, reason: 'count' });
  });
  it('goes on for the shortest time even when it is precise', () => {
    expect(decideStop({ ...state, elapsedMs: 900 }, rule).stop).toBe(false);
  });
  it('never takes an interval that does not exist for a narrow one', () => {
    expect(decideStop({ ...state, relativeHalfWidth: () => null }, rule).stop).toBe(false);
  });
});

describe('the correctness gate', () => {
  const rule = { tolerance: { absolute: 1e-4, relative: 1e-4 }, width: 2 };
  const expected = [1, 2, 4, 3];

  it('passes an answer within tolerance and reports the distances', () => {
    const result = correctnessGate([1, 2.0001, 4, 3], expected, rule);
    expect(result).toMatchObject({ passed: true, argmaxAgreement: 1, notFinite: 0 });
    expect(result.maxAbsolute).toBeCloseTo(1e-4, 10);
    expect(result.maxRelative).toBeCloseTo(5e-5, 10);
  });
  it('leaves references of zero out of the relative distance, where any distance is infinitely far', () => {
    const result = correctnessGate([0.00005, 2.0001], [0, 2], rule);
    expect(result.passed).toBe(true);
    expect(result.maxRelative).toBeCloseTo(5e-5, 10);
  });
  it('refuses zeros, which a lost device has returned as a success', () => {
    expect(correctnessGate([0, 0, 0, 0], expected, rule).passed).toBe(false);
  });
  it('refuses NaN and counts it', () => {
    expect(correctnessGate([1, 2, Number.NaN, 3], expected, rule)).toMatchObject({
      passed: false,
      notFinite: 1,
    });
  });
  it('refuses an element out of tolerance, though every argmax agrees', () => {
    expect(correctnessGate([1, 2.01, 4, 3], expected, rule)).toMatchObject({
      passed: false,
      argmaxAgreement: 1,
    });
  });
  it('refuses an argmax that moved, though every element is within tolerance', () => {
    const tie = [1, 1.00001, 4, 3];
    expect(correctnessGate([1.00001, 1, 4, 3], tie, rule)).toMatchObject({
      passed: false,
      argmaxAgreement: 0.5,
    });
  });
  it('asks for as many rows’ argmax as the tolerance says', () => {
    const wide = (argmaxAgreement: number) => ({
      width: 2,
      tolerance: { absolute: 3, relative: 0, argmaxAgreement },
    });
    expect(correctnessGate([2, 1, 4, 3], [1, 2, 4, 3], wide(0.5)).passed).toBe(true);
    expect(correctnessGate([2, 1, 4, 3], [1, 2, 4, 3], wide(0.75)).passed).toBe(false);
  });
  it('refuses rows whose argmax moved', () => {
    expect(correctnessGate([2, 1, 4, 3], expected, rule)).toMatchObject({
      passed: false,
      argmaxAgreement: 0.5,
    });
  });
  it('refuses an output of another length loudly', () => {
    expect(() => correctnessGate([], expected, rule)).toThrow(/0 elements and the reference 4/);
  });
});

describe('the order of blocks', () => {
  it('mirrors every other round and shows each configuration once', () => {
    for (const round of [0, 2, 4]) {
      const order = blockOrder(3, round, 11);
      expect(order.toSorted()).toEqual([0, 1, 2]);
      expect(blockOrder(3, round + 1, 11)).toEqual(order.toReversed());
    }
  });
  it('follows the seed', () => {
    const orders = new Set(Array.from({ length: 40 }, (_, seed) => blockOrder(3, 0, seed).join('')));
    expect(orders.size).toBe(6);
  });
});

describe('calibration', () => {
  it('flags a machine that became a fifth slower and stays', () => {
    const drift = calibrationDrift([[1], [1.01], [1], [1.2], [1.2], [1.2]]);
    expect(drift.flagged).toBe(true);
    expect(drift.change).toBeCloseTo(0.2, 10);
  });
  it('lets a single jump pass', () => {
    expect(calibrationDrift([[1], [1.01], [3], [1], [1.01]]).flagged).toBe(false);
  });
  it('flags nothing where there is nothing to compare with', () => {
    expect(calibrationDrift([])).toEqual({ change: 0, flagged: false });
    expect(calibrationDrift([[], [0], [1]])).toEqual({ change: 0, flagged: false });
  });
  it('always does the same arithmetic', () => {
    expect(calibrationKernel(1000)).toBe(calibrationKernel(1000));
    expect(calibrationKernel(1000)).not.toBe(calibrationKernel(1001));
  });
});

describe('a hidden tab', () => {
  const hidden = [
    { from: 10, to: 20 },
    { from: 50, to: null },
  ];
  it.each([
    [{ from: 0, to: 9 }, false],
    [{ from: 0, to: 10 }, true],
    [{ from: 12, to: 13 }, true],
    [{ from: 21, to: 49 }, false],
    [{ from: 20, to: 30 }, true],
    [{ from: 60, to: 70 }, true],
    [{ from: 21, to: null }, true],
  ])('touches %j: %s', (block, touched) => {
    expect(touchesHidden(block, hidden)).toBe(touched);
  });
});
