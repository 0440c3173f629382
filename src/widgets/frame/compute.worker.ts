import { computeJob, type Job, type Outcome } from './computeJob.ts';

/* Where widgets compute, so that the page never waits. */

/** What the worker answers to one job; the runner sends the next only after it. */
export type Answer = { readonly outcome: Outcome } | { readonly problem: string };

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
    const outcome = await computeJob(event.data);
    postMessage({ outcome } satisfies Answer, { transfer: [...buffersOf(outcome.result, new Set())] });
  } catch (error) {
    postMessage({ problem: error instanceof Error ? error.message : String(error) } satisfies Answer);
  }
});
