import type { ModelCard, StoppingRule } from '../../../engine/benchmark/index.ts';
import type { OwnModelCard } from '../ownModelCard.ts';
import type { Phase, Provider } from '../protocol.ts';

/** Where a model runs. */
export interface Target {
  readonly id: string;
  /** "WASM, 1 thread". */
  readonly name: string;
  readonly provider: Provider;
  readonly threads: number;
}

/** A model's card and the address of its file. */
export interface MeasuredModel {
  readonly card: ModelCard;
  readonly url: string;
}

/** A model of the reader's own: its file, and what is known of it. */
export interface OwnModel {
  readonly card: OwnModelCard;
  readonly url: File;
}

/** One row of a comparison: where, which model, how many rows at once. */
export interface Configuration extends Target {
  readonly model: MeasuredModel | OwnModel;
  readonly batch: number;
  /** Address of the model's held-out set, where its right answers are to be counted too. */
  readonly heldOutUrl?: string;
}

/** What to measure and for how long. */
export interface Plan {
  readonly configurations: readonly Configuration[];
  /** The four-float addition, which is the first session of every worker. */
  readonly additionUrl: string;
  readonly rule: StoppingRule;
  /** Warm-up lasts at least `shortestMs` and at most `longestMs`. */
  readonly warmUp: { readonly shortestMs: number; readonly longestMs: number };
  /** Seed of the order in which the configurations take turns. */
  readonly seed: number;
}

/** Rows with the same key share a worker: they differ in nothing that the runtime freezes when it starts. */
export function workerKey({ provider, threads, model }: Configuration): string {
  return `${provider} ${threads} ${typeof model.url === 'string' ? model.url : model.card.sha256}`;
}

/** Where a row stands. The names are the ones that the reader sees. */
export type Step =
  | 'waiting'
  | Phase
  | 'warmUp'
  | 'warm'
  | 'sampling'
  | 'serving'
  | 'between'
  | 'closing'
  | 'done'
  | 'failed';

export const wasmOneThread: Target = {
  id: 'wasm-1',
  name: 'WASM, 1 thread',
  provider: 'wasm',
  threads: 1,
};
export const wasmThreads = (threads: number): Target => ({
  id: 'wasm-n',
  name: `WASM, ${threads} threads`,
  provider: 'wasm',
  threads,
});
export const webgpu: Target = { id: 'webgpu', name: 'WebGPU', provider: 'webgpu', threads: 1 };

/** What takes the place of a row whose graphics device is lost: the same on WASM with one thread. */
export function onProcessor(configuration: Configuration): Configuration {
  const { id, name } = configuration;
  return {
    ...configuration,
    ...wasmOneThread,
    id: id.replace(webgpu.id, wasmOneThread.id),
    name: name.replace(webgpu.name, wasmOneThread.name),
  };
}
