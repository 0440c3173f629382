import type { ModelCard, StoppingRule } from '../../../engine/benchmark/index.ts';
import type { Phase, Provider } from '../protocol.ts';

/** One row of the comparison. */
export interface Configuration {
  readonly id: string;
  /** "WASM, 1 thread". */
  readonly name: string;
  readonly provider: Provider;
  readonly threads: number;
}

/** What to measure and for how long. */
export interface Plan {
  readonly configurations: readonly Configuration[];
  readonly batch: number;
  readonly card: ModelCard;
  readonly modelUrl: string;
  readonly additionUrl: string;
  readonly rule: StoppingRule;
  /** Warm-up lasts at least `shortestMs` and at most `longestMs`. */
  readonly warmUp: { readonly shortestMs: number; readonly longestMs: number };
  /** Seed of the order in which the configurations take turns. */
  readonly seed: number;
}

/** Where a row stands. The names are the ones that the reader sees. */
export type Step = 'waiting' | Phase | 'warmUp' | 'warm' | 'sampling' | 'closing' | 'done' | 'failed';

export const wasmOneThread: Configuration = {
  id: 'wasm-1',
  name: 'WASM, 1 thread',
  provider: 'wasm',
  threads: 1,
};
export const wasmThreads = (threads: number): Configuration => ({
  id: 'wasm-n',
  name: `WASM, ${threads} threads`,
  provider: 'wasm',
  threads,
});
export const webgpu: Configuration = { id: 'webgpu', name: 'WebGPU', provider: 'webgpu', threads: 1 };
