import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alertTimeline,
  burnRate,
  burnRateThreshold,
  burnRules,
  detectionTime,
  errorBudget,
  measuredBurnRate,
  multiWindowAlert,
  type TrafficEvent,
  timeToExhaustion,
} from '../../../src/engine/release/index.ts';

const minutes = (count: number, errorsAt: (minute: number) => number, total = 1000): TrafficEvent[] =>
  Array.from({ length: count }, (_, i) => ({ time: 60 * (i + 1), total, errors: errorsAt(i) }));

describe('error budget', () => {
  it('counts requests and minutes', () => {
    const got = errorBudget({ objective: 0.999, requests: 1e6, failures: 250 });
    expect(got).toEqual({
      share: 0.001,
      allowed: 1000,
      spent: 250,
      remaining: 750,
      spentShare: 0.25,
      minutes: 43.2,
    });
  });
  it('without requests has no number of them', () => {
    const { allowed, remaining, spentShare, minutes: time } = errorBudget({ objective: 0.99 });
    expect([allowed, remaining, spentShare, time]).toEqual([Number.NaN, Number.NaN, Number.NaN, 432]);
  });
  it('refuses an objective of 100 %, which leaves none', () => {
    expect(() => errorBudget({ objective: 1 })).toThrow('objective must be strictly between 0 and 1, got 1');
    expect(() => errorBudget({ objective: 0.9, requests: 5, failures: 6 })).toThrow(
      'failures must be <= requests = 5, got 6',
    );
  });
});

describe('burn rate', () => {
  it('14.4 empties a 30-day budget in 50 h; 1 just lasts', () => {
    expect(timeToExhaustion(14.4)).toBeCloseTo(50, 12);
    expect(timeToExhaustion(1)).toBe(720);
    expect(timeToExhaustion(0)).toBe(Infinity);
    expect(burnRate({ errorRate: 0.001, objective: 0.999 })).toBe(1);
    expect(burnRateThreshold({ budgetShare: 1, windowHours: 720 })).toBe(1);
  });
  it('below the threshold an outage is never found', () => {
    const alert = { objective: 0.999, threshold: 14.4, windowSeconds: 3600 };
    expect(detectionTime({ ...alert, errorRate: 0.0143 })).toBe(Infinity);
    expect(detectionTime({ ...alert, errorRate: 0 })).toBe(Infinity);
  });
  it('refuses more errors than requests', () => {
    expect(() => measuredBurnRate({ errors: 2, total: 1, objective: 0.9 })).toThrow(
      'successes must be <= trials = 1, got 2',
    );
    expect(() => burnRate({ errorRate: 1.5, objective: 0.9 })).toThrow(
      'errorRate must be in [0, 1], got 1.5',
    );
  });
});

describe('multi-window alert', () => {
  it('pages for a fast burn, opens a ticket for a slow one, is silent below 1', () => {
    const policy = { objective: 0.999 };
    expect(
      multiWindowAlert(
        minutes(60, () => 20),
        policy,
      ).severity,
    ).toBe('page');
    expect(
      multiWindowAlert(
        minutes(3 * 24 * 60, () => 2),
        policy,
      ).severity,
    ).toBe('ticket');
    expect(
      multiWindowAlert(
        minutes(3 * 24 * 60, () => 0.5),
        policy,
      ).severity,
    ).toBe('none');
  });
  it('a rate that is just the threshold fires', () => {
    const { rules } = multiWindowAlert(
      minutes(60, () => 14.4),
      { objective: 0.999 },
    );
    expect(rules[0]!.fires).toBe(true);
    expect(rules[0]!.longBurn).toBeCloseTo(14.4, 12);
  });
  it('a total outage after clean hours is found when the formula says, and the page ends with the short window', () => {
    const [start, length] = [300, 30];
    const timeline = alertTimeline(
      minutes(600, (minute) => (minute >= start && minute < start + length ? 1000 : 0)),
      { objective: 0.999, rules: burnRules.slice(0, 1) },
    );
    const paged = timeline
      .filter(({ severity }) => severity === 'page')
      .map(({ time }) => time / 60 - 1 - start);
    const seconds = detectionTime({ objective: 0.999, threshold: 14.4, windowSeconds: 3600, errorRate: 1 });
    expect(paged[0]).toBe(Math.ceil(seconds / 60) - 1);
    expect(paged[paged.length - 1]! - length).toBeLessThan(5);
    expect(paged.length).toBe(paged[paged.length - 1]! - paged[0]! + 1);
  });
  it('no traffic is no alert, neither is one error where two are asked for', () => {
    expect(multiWindowAlert([], { objective: 0.999 }).severity).toBe('none');
    const one = [{ time: 0, total: 10, errors: 1 }];
    expect(multiWindowAlert(one, { objective: 0.999 }).severity).toBe('page');
    expect(multiWindowAlert(one, { objective: 0.999, minimumErrors: 2 }).severity).toBe('none');
  });
  it('the timeline is the alert at each time, from what had come by then', () => {
    const events = fc.array(fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.nat(50), fc.nat(50)), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(events, (drawn) => {
        let time = 0;
        const list = drawn.map(([gap, total, errors]) => {
          time += gap;
          return { time, total: total + errors, errors };
        });
        return alertTimeline(list, { objective: 0.99 }).every(({ time: at, severity }) => {
          const known = list.filter((event) => event.time <= at);
          return multiWindowAlert(known, { objective: 0.99, at }).severity === severity;
        });
      }),
    );
  });
  it('windows count (at − window, at], as a plain count does', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(600), fc.nat(9)), { minLength: 1, maxLength: 30 }), (drawn) => {
        let time = 0;
        const list = drawn.map(([gap, errors]) => {
          time += gap;
          return { time, total: 10, errors };
        });
        const { rules } = multiWindowAlert(list, { objective: 0.9 });
        return rules.every(({ longSeconds, longBurn }) => {
          const inside = list.filter((event) => event.time > time - longSeconds);
          const errors = inside.reduce((all, event) => all + event.errors, 0);
          return Math.abs(longBurn - errors / inside.length) < 1e-9;
        });
      }),
    );
  });
  it('refuses events out of order or with more errors than requests', () => {
    const event = { time: 5, total: 1, errors: 0 };
    expect(() => multiWindowAlert([event, { ...event, time: 4 }], { objective: 0.9 })).toThrow(
      'events[1].time must be >= 5, got 4',
    );
    expect(() => multiWindowAlert([{ ...event, errors: 2 }], { objective: 0.9 })).toThrow(
      'events[0].errors must be <= total = 1, got 2',
    );
    expect(() => alertTimeline([event], { objective: 0 })).toThrow(
      'objective must be strictly between 0 and 1, got 0',
    );
  });
});
