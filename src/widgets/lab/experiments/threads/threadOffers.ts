import type { Offer } from '../../capabilities.ts';
import { wasmOneThread, wasmThreads } from '../../runner/plan.ts';

const most = 16;

/** 1, 2, 4 … and all cores, never more threads than cores: those would only take turns, many times slower. */
export function threadCounts(cores: number): readonly number[] {
  const limit = Math.min(cores, most);
  const counts = Array.from({ length: Math.floor(Math.log2(limit)) + 1 }, (_, power) => 2 ** power);
  return counts.at(-1) === limit ? counts : [...counts, limit];
}

/** One row for each number of threads. */
export function threadOffers(): readonly Offer[] {
  const cores = navigator.hardwareConcurrency;
  return threadCounts(cores).map((count): Offer => {
    if (count === 1)
      return {
        target: wasmOneThread,
        state: 'available',
        note: 'What the others are compared with; it is measured in any case.',
      };
    const target = { ...wasmThreads(count), id: `wasm-${count}` };
    return { target, state: 'available', note: `${count} of ${cores} logical cores.` };
  });
}

/** Why this page can have one thread only, or null. */
export function noThreadsHere(): 'isolation' | 'cores' | null {
  if (!window.crossOriginIsolated) return 'isolation';
  return navigator.hardwareConcurrency < 2 ? 'cores' : null;
}
