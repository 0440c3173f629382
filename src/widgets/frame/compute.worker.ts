import { createStreams } from '../../engine/random/index.ts';
import { fingerprint } from '../../engine/record/index.ts';
import type { AnyWidget, Inputs } from './defineWidget.ts';
import type { Value } from './parameters.ts';

/*
 * Where widgets compute, so that the page never waits. The worker has its own list of declarations: it must not
 * import the registry, which would pull the views (React, d3) in here.
 */
const declarations = import.meta.glob<{ default: AnyWidget }>('../*/widget.ts');

export interface Job {
  readonly widget: string;
  readonly values: Readonly<Record<string, Value>>;
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
  const module = declarations[`../${job.widget}/widget.ts`];
  if (!module) throw new RangeError(`unknown widget: ${job.widget}`);
  const widget = (await module()).default;
  const result: unknown = widget.compute(job.values, createStreams(job.seed), job.inputs);
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
