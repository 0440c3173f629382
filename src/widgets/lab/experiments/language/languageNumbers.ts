import { group } from 'd3-array';
import {
  type BatchCost,
  decodingTimes,
  estimateQuantile,
  fitBatchCost,
  type QuantileEstimate,
} from '../../../../engine/benchmark/index.ts';
import { type Estimate, mean, median, pairedDifference } from '../../../../engine/stats/index.ts';
import type { Generation, LanguageRun } from '../../../../store/languageRun.ts';
import type { CacheLayout } from '../../protocol.ts';
import type { Series } from './plan.ts';

export const layouts: readonly CacheLayout[] = ['growing', 'static'];

/** What one series says: all times in milliseconds. */
export interface SeriesNumbers extends Series {
  readonly timeToFirstToken: QuantileEstimate;
  readonly timePerToken: QuantileEstimate;
  /** Means over the generations; endToEnd = timeToFirstToken + (n − 1) · timePerToken holds for them exactly. */
  readonly means: {
    readonly timeToFirstToken: number;
    readonly timePerToken: number;
    readonly endToEnd: number;
  };
  readonly count: number;
}

/** Series that were measured: one row with a growing cache first, short prompts before long ones. */
export function seriesNumbers(run: LanguageRun): readonly SeriesNumbers[] {
  const numbers = [...bySeries(run).values()].flatMap((generations) => {
    const [first] = generations;
    if (!first) return [];
    const times = generations.map(({ tokenMs }) => decodingTimes(tokenMs));
    const all = (name: 'timeToFirstToken' | 'timePerToken' | 'endToEnd') => times.map((one) => one[name]);
    return [
      {
        promptTokens: first.promptTokens,
        batch: first.batch,
        cache: first.cache,
        timeToFirstToken: estimateQuantile(all('timeToFirstToken'), 0.5),
        timePerToken: estimateQuantile(all('timePerToken'), 0.5),
        means: {
          timeToFirstToken: mean(all('timeToFirstToken')),
          timePerToken: mean(all('timePerToken')),
          endToEnd: mean(all('endToEnd')),
        },
        count: times.length,
      },
    ];
  });
  return numbers.toSorted(
    (one, other) =>
      one.batch - other.batch ||
      layouts.indexOf(one.cache) - layouts.indexOf(other.cache) ||
      one.promptTokens - other.promptTokens,
  );
}

/** Time to first token against prompt length, a + b·n, for one row and a cache that grows. */
export function prefillFit(run: LanguageRun): BatchCost | null {
  return fitOver(
    run,
    ({ batch, cache }) => batch === 1 && cache === 'growing',
    ({ promptTokens }) => promptTokens,
    ({ tokenMs }) => decodingTimes(tokenMs).timeToFirstToken,
  );
}

/** Median time per token against the place in the text at which it is written, for one row. */
export function positionFit(run: LanguageRun, layout: CacheLayout): BatchCost | null {
  return fitOver(
    run,
    ({ batch, cache }) => batch === 1 && cache === layout,
    ({ promptTokens }) => promptTokens + run.newTokens / 2,
    // One slow moment would bend the line if it were the mean.
    ({ tokenMs }) => median(decodingTimes(tokenMs).gaps),
  );
}

/** The median time of a token at each stretch of the text, with its interval. */
export function tokensByPosition(
  run: LanguageRun,
  layout: CacheLayout,
  stretch = 4,
): readonly { readonly position: number; readonly time: QuantileEstimate }[] {
  const stretches = new Map<number, number[]>();
  for (const { promptTokens, tokenMs } of kept(run).filter((one) => one.batch === 1 && one.cache === layout))
    for (const [index, gap] of decodingTimes(tokenMs).gaps.entries()) {
      const place = Math.floor((promptTokens + index + 1) / stretch);
      stretches.set(place, [...(stretches.get(place) ?? []), gap]);
    }
  return [...stretches]
    .toSorted(([one], [other]) => one - other)
    .map(([place, gaps]) => ({ position: (place + 0.5) * stretch, time: estimateQuantile(gaps, 0.5) }));
}

/** How many times as long a token takes with a cache of fixed size as with one that grows, round by round. */
export function layoutRatio(run: LanguageRun, promptTokens: number): Estimate | null {
  const of = (layout: CacheLayout) =>
    new Map(
      kept(run)
        .filter((one) => one.batch === 1 && one.cache === layout && one.promptTokens === promptTokens)
        .map(({ round, tokenMs }) => [round, Math.log(decodingTimes(tokenMs).timePerToken)]),
    );
  const [growing, fixed] = [of('growing'), of('static')];
  const rounds = [...growing.keys()].filter((round) => fixed.has(round));
  if (rounds.length < 3) return null;
  const read = (times: ReadonlyMap<number, number>) => rounds.map((round) => times.get(round) ?? Number.NaN);
  const { mean: difference, lower, upper } = pairedDifference(read(growing), read(fixed));
  return Number.isFinite(lower)
    ? { value: Math.exp(difference), lower: Math.exp(lower), upper: Math.exp(upper) }
    : null;
}

/** Every time from one token to the next, for one row at all lengths. */
export function gapsOf(run: LanguageRun, layout: CacheLayout): readonly number[] {
  return kept(run)
    .filter(({ batch, cache }) => batch === 1 && cache === layout)
    .flatMap(({ tokenMs }) => decodingTimes(tokenMs).gaps);
}

const kept = ({ generations }: LanguageRun): readonly Generation[] =>
  generations.filter(({ discarded }) => discarded === null);

const bySeries = (run: LanguageRun): Map<string, Generation[]> =>
  group(kept(run), ({ promptTokens, batch, cache }) => `${promptTokens} ${batch} ${cache}`);

/** A line through the series that `belongs`, a time for each in every round that has them all. */
const fitOver = (
  run: LanguageRun,
  belongs: (generation: Generation) => boolean,
  place: (generation: Generation) => number,
  time: (generation: Generation) => number,
): BatchCost | null => {
  const chosen = kept(run).filter(belongs);
  const places = [...new Set(chosen.map(place))].toSorted((one, other) => one - other);
  if (places.length < 2) return null;
  const rounds = [...group(chosen, ({ round }) => round).values()].flatMap((generations) => {
    const times = new Map(generations.map((one) => [place(one), time(one)]));
    return times.size === places.length ? [places.map((at) => times.get(at) ?? Number.NaN)] : [];
  });
  return fitBatchCost(places, rounds);
};
