import { fingerprint } from './fingerprint.ts';

/** What a result depends on: z = T(u; c, e). */
export interface RecordParts<Input, Configuration, Environment, Result = undefined> {
  /** u: parameters, or the fingerprint of imported data. */
  input: Input;
  /** c: engine version, widget, seed. */
  config: Configuration;
  /** e: browser, cores, adapter, where they matter. */
  environment: Environment;
  /** z. */
  result?: Result;
}

export interface RunRecord<Input = unknown, Configuration = unknown, Environment = unknown, Result = unknown>
  extends RecordParts<Input, Configuration, Environment, Result> {
  fingerprints: { input: string; config: string; environment: string; result?: string };
  /** Of the three causes together; the result does not enter. */
  fingerprint: string;
}

/**
 * Keeps a result's causes, and the result when given, with their fingerprints. Plain data in, plain data out.
 *
 * @example
 * record.record({ input: { load: 0.8 }, config: { seed: 1 }, environment: { cores: 8 }, result: [1, 2] }).fingerprints;
 */
export function record<I, C, E, R = undefined>(parts: RecordParts<I, C, E, R>): RunRecord<I, C, E, R> {
  const { input, config, environment, result } = parts;
  const fingerprints: RunRecord['fingerprints'] = {
    input: fingerprint(input),
    config: fingerprint(config),
    environment: fingerprint(environment),
  };
  if (result !== undefined) fingerprints.result = fingerprint(result);
  return { ...parts, fingerprints, fingerprint: fingerprint({ input, config, environment }) };
}
