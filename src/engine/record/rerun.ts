import { type RunRecord, record } from './record.ts';
import { type ReplayReport, replay } from './replay.ts';

export interface Rerun<Input, Configuration, Environment, Result> extends ReplayReport {
  /** The record of the new run. */
  record: RunRecord<Input, Configuration, Environment, Result>;
}

/**
 * Runs a recorded computation again from its own input and configuration, here and now, and says whether the result is
 * the same. `environment` is that of this run; by default the recorded one is taken to hold still.
 * A result that differs under the same causes means that something unrecorded takes part: a clock, chance, a race.
 *
 * @example
 * const mean = ({ load }, { seed }) =>
 *   simulate.summarize(
 *     simulate.simulate(
 *       { arrivals: simulate.poisson(load), service: simulate.exponential(1) },
 *       { seed, requests: 1000 },
 *     ),
 *   ).meanWait.value;
 * const input = { load: 0.8 };
 * const config = { seed: 1 };
 * const kept = record.record({ input, config, environment: {}, result: mean(input, config) });
 * record.rerun(kept, mean).sentence;
 */
export function rerun<Input, Configuration, Environment, Result>(
  original: RunRecord<Input, Configuration, Environment, Result>,
  compute: (input: Input, config: Configuration) => Result,
  environment: Environment = original.environment,
): Rerun<Input, Configuration, Environment, Result> {
  const { input, config } = original;
  const again = record({ input, config, environment, result: compute(input, config) });
  return { ...replay(original, again), record: again };
}
