import { describe, expect, it } from 'vitest';
import * as queueing from '../../../src/engine/queueing/index.ts';

/**
 * The same system told in seconds (unit = 1) and in other units: a rate is one over a time, whatever the clock. Each model
 * gets mean service times that differ from 1, so that a time and its reciprocal cannot be mistaken for each other.
 */
const models: Record<string, (unit: number) => object> = {
  mm1: (u) => queueing.mm1({ arrivalRate: 3 / u, serviceRate: 4 / u }),
  mmc: (u) => queueing.mmc({ arrivalRate: 7 / u, serviceRate: 4 / u, servers: 2 }),
  mmck: (u) => queueing.mmck({ arrivalRate: 9 / u, serviceRate: 4 / u, servers: 2, capacity: 5 }),
  md1: (u) => queueing.md1({ arrivalRate: 3 / u, serviceRate: 4 / u }),
  mg1: (u) => queueing.mg1({ arrivalRate: 3 / u, meanService: 0.25 * u, scvService: 3 }),
  gg1: (u) => queueing.gg1({ arrivalRate: 3 / u, meanService: 0.25 * u, scvArrival: 0.5, scvService: 3 }),
  ggc: (u) =>
    queueing.ggc({ arrivalRate: 7 / u, meanService: 0.25 * u, scvArrival: 2, scvService: 3, servers: 2 }),
  sakasegawa: (u) =>
    queueing.sakasegawa({
      arrivalRate: 7 / u,
      meanService: 0.25 * u,
      scvArrival: 2,
      scvService: 3,
      servers: 2,
    }),
  erlangA: (u) =>
    queueing.erlangA({ arrivalRate: 9 / u, serviceRate: 4 / u, servers: 2, patienceRate: 2 / u }),
  forkJoin: (u) => queueing.forkJoin({ branches: 5, mean: 0.25 * u }),
};

/** What does not depend on the clock; all else is a time. */
const pure = /utilization|Number|Queue|Probability|scv/;
const rates = /throughput|Rate/;

describe.each(Object.entries(models))('%s', (_name, model) => {
  it.each([1000, 1 / 60])('says the same in a unit of 1/%d seconds', (unit) => {
    const [seconds, other] = [model(1), model(unit)];
    const numbers = (measures: object) =>
      Object.entries(measures).flatMap(([name, value]) =>
        typeof value === 'function' ? [[name, value(0.9)]] : [[name, value]],
      );
    const found = Object.fromEntries(numbers(other));
    for (const [name, value] of numbers(seconds)) {
      const factor = /Quantile/.test(name) ? unit : rates.test(name) ? 1 / unit : pure.test(name) ? 1 : unit;
      expect(found[name] / (value * factor), name).toBeCloseTo(1, 8);
    }
  });
});
