import { createStreams } from '../../engine/random/index.ts';
import { fingerprint } from '../../engine/record/index.ts';
import type { Compute, Inputs } from './defineWidget.ts';
import type { Value } from './parameters.ts';

type Values = Readonly<Record<string, Value>>;
const computations = import.meta.glob<{ default: Compute<Values, unknown> }>('../*/compute.ts');

export interface Job {
  readonly widget: string;
  readonly values: Values;
  readonly seed: number;
  readonly inputs: Inputs;
}

export interface Outcome {
  readonly result: unknown;
  /** Fingerprint of the result: equal input, configuration and environment must give it again. */
  readonly fingerprint: string;
}

/** Runs a widget's computation. Of its folder only `compute.ts` is loaded: neither its words nor its view. */
export async function computeJob(job: Job): Promise<Outcome> {
  const module = computations[`../${job.widget}/compute.ts`];
  if (!module) throw new RangeError(`unknown widget: ${job.widget}`);
  const { default: run } = await module();
  const result = run(job.values, createStreams(job.seed), job.inputs);
  return { result, fingerprint: fingerprint(result) };
}
