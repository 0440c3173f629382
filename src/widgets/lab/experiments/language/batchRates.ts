import type { LanguageRun } from '../../../../store/languageRun.ts';
import type { Dot } from '../../../chart/index.ts';
import { seriesNumbers } from './languageNumbers.ts';

/** Tokens a second at each batch size, after the prompt length at which batches were written. */
export interface BatchRates {
  readonly prompt: number;
  readonly each: readonly Dot[];
  readonly total: readonly Dot[];
}

export function batchRates(run: LanguageRun): BatchRates {
  const growing = seriesNumbers(run).filter(({ cache }) => cache === 'growing');
  const prompt = Math.min(...growing.map(({ promptTokens }) => promptTokens));
  const rows = growing
    .filter(({ promptTokens }) => promptTokens === prompt)
    .toSorted((one, other) => one.batch - other.batch);
  const rate = (tokens: (batch: number) => number): Dot[] =>
    rows.map(({ batch, timePerToken: { value, lower, upper } }) => {
      const of = (milliseconds: number) => (1000 * tokens(batch)) / milliseconds;
      return {
        x: batch,
        y: of(value),
        ...(lower !== null && upper !== null && { low: of(upper), high: of(lower) }),
      };
    });
  return { prompt, each: rate(() => 1), total: rate((batch) => batch) };
}
