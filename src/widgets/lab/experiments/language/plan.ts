import type { LanguageModelCard } from '../../../../engine/benchmark/index.ts';
import type { CacheLayout } from '../../protocol.ts';
import type { Target } from '../../runner/plan.ts';

/** One thing that is measured: so many rows of so long a prompt, with one of the cache's layouts. */
export interface Series {
  readonly promptTokens: number;
  readonly batch: number;
  readonly cache: CacheLayout;
}

/** What to measure of a language model, and for how long. */
export interface LanguagePlan {
  /** For example "fp32 · WASM, 1 thread". */
  readonly name: string;
  readonly target: Target;
  readonly card: LanguageModelCard;
  readonly modelUrl: string;
  readonly additionUrl: string;
  readonly series: readonly Series[];
  /** Tokens that each generation writes. */
  readonly newTokens: number;
  readonly timeLimitMs: number;
  /** Rounds that are made even when the time is over: an interval of a median needs six. */
  readonly fewestRounds: number;
  readonly mostRounds: number;
  readonly warmUp: { readonly shortestMs: number; readonly longestMs: number };
  /** Seed of the order in which the series take turns. */
  readonly seed: number;
}

/** Prompts and batches of a run. */
export interface Extent {
  readonly prompts: readonly number[];
  readonly batches: readonly number[];
}

/** Every prompt length with both layouts for one row, and every larger batch of the shortest prompt. */
export function seriesOf({ prompts, batches }: Extent): readonly Series[] {
  const layouts: readonly CacheLayout[] = ['growing', 'static'];
  const shortest = Math.min(...prompts);
  return [
    ...prompts.flatMap((promptTokens) => layouts.map((cache) => ({ promptTokens, batch: 1, cache }))),
    ...batches
      .filter((batch) => batch > 1)
      .map((batch) => ({ promptTokens: shortest, batch, cache: 'growing' as const })),
  ];
}
