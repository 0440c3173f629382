import { random, record, simulate } from '../../../../src/engine/index.ts';
import { formulas, probabilities } from './formulas.ts';
import { inference } from './inference.ts';
import { arrivals, COUNT, laws, timesOf } from './laws.ts';
import { numbers } from './numbers.ts';
import { systems } from './systems.ts';

/*
 * Computations whose results must have the same bits in every JavaScript engine: special functions, each law and arrival
 * process, formulas, statistics, detectors, and whole simulations with each policy. Node's fingerprints lie beside this
 * file; the tests in Node and in Chromium compare theirs with them.
 */

const named = (group: string, entries: Record<string, () => unknown>): Record<string, () => unknown> =>
  Object.fromEntries(Object.entries(entries).map(([name, compute]) => [`${group}: ${name}`, compute]));

const mapped = <Value>(entries: Record<string, Value>, compute: (value: Value) => unknown) =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, () => compute(value)]));

/** Every computation by name. */
export const runs: Record<string, () => unknown> = {
  ...named('number', numbers),
  ...named(
    'law',
    mapped(laws, (law) => [
      random.draw(law, random.createStreams('parity').service, COUNT),
      probabilities.map((p) => law.cdf?.(p * law.mean)),
      law.transform?.({ re: 0.3, im: 1.7 }),
    ]),
  ),
  ...named('arrivals', mapped(arrivals, timesOf)),
  ...named('inference', inference),
  ...named('formula', formulas),
  ...named(
    'simulation',
    mapped(systems, (system) => {
      const log = simulate.simulate(system, { seed: 'parity', requests: 5000 });
      return [log, simulate.summarize(log)];
    }),
  ),
};

/** The fingerprint of every run. */
export const fingerprints = (): Record<string, string> =>
  Object.fromEntries(Object.entries(runs).map(([name, compute]) => [name, record.fingerprint(compute())]));
