import { createStreams } from '../../engine/random/index.ts';
import { fingerprint } from '../../engine/record/index.ts';
import type { Compute, Inputs } from './defineWidget.ts';
import type { Value } from './parameters.ts';

/*
 * Where widgets compute, so that the page never waits. Of a widget's folder it loads only `compute.ts`: neither its
 * words nor its view.
 */
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

/** What the worker answers to one job; the runner sends the next only after it. */
export type Answer = { readonly outcome: Outcome } | { readonly problem: string };

async function compute(job: Job): Promise<Outcome> {
  const module = computations[`../${job.widget}/compute.ts`];
  if (!module) throw new RangeError(`unknown widget: ${job.widget}`);
  const { default: run } = await module();
  const result = run(job.values, createStreams(job.seed), job.inputs);
  return { result, fingerprint: fingerprint(result) };
}

/** Buffers of the typed arrays in a result: they are moved to the page, not copied. */
function buffersOf(value: unknown, found: Set<ArrayBuffer>): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) buffersOf(part, found);
  }
  return found;
}

addEventListener('message', async (event: MessageEvent<Job>) => {
  try {
    const outcome = await compute(event.data);
    postMessage({ outcome } satisfies Answer, { transfer: [...buffersOf(outcome.result, new Set())] });
  } catch (error) {
    postMessage({ problem: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});
