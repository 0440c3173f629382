import { estimateQuantile } from '../../../../engine/benchmark/index.ts';
import type { LanguageRun } from '../../../../store/languageRun.ts';
import { formatNumber } from '../../../chart/index.ts';
import { formatMs, formatMsInterval, formatRateInterval } from '../../formats.ts';
import type { ExplainedNumber } from '../Explained.tsx';
import { gapsOf, layoutRatio, layouts, positionFit, prefillFit, seriesNumbers } from './languageNumbers.ts';
import { layoutStyle } from './layoutStyle.ts';

/** Every number of the pictures, with its interval and what it means. */
export function explainedNumbers(run: LanguageRun): readonly ExplainedNumber[] {
  return [...prefill(run), ...decoding(run), ...positions(run), ...comparisons(run), ...tails(run)];
}

const prefill = (run: LanguageRun): readonly ExplainedNumber[] => {
  const fit = prefillFit(run);
  if (!fit) return [];
  const { fixed, perItem, ceiling, straight } = fit;
  return [
    {
      name: '1/b, prefill rate',
      value: `${formatNumber(ceiling.value)} tokens/s`,
      interval: formatRateInterval(ceiling.lower, ceiling.upper),
      says: `Each further token of a prompt adds ${formatMs(perItem.value)} (${formatMsInterval(perItem.lower, perItem.upper)}). ${
        straight === false
          ? 'The points leave the line by more than noise: attention grows with the square of the prompt. Read the rate as the line that comes nearest.'
          : straight === null
            ? 'Two lengths always lie on a line; measure all of them to see whether it holds.'
            : 'The points lie on the line within their noise.'
      }`,
    },
    {
      name: 'a, fixed cost',
      value: formatMs(fixed.value),
      interval: formatMsInterval(fixed.lower, fixed.upper),
      says:
        fixed.lower > 0
          ? 'What the first token costs before any of the prompt is read: the call, and starting each operation.'
          : 'Where the line meets a prompt of no tokens. It could not be told from zero: here reading the prompt is all that counts.',
    },
  ];
};

const decoding = (run: LanguageRun): readonly ExplainedNumber[] =>
  seriesNumbers(run)
    .slice(0, 1)
    .map(({ promptTokens, timePerToken: { value, lower, upper, needed } }) => ({
      name: '1/TPOT, decode rate',
      value: `${formatNumber(1000 / value)} tokens/s`,
      interval:
        lower === null || upper === null
          ? `needs n ≥ ${needed}`
          : formatRateInterval(1000 / upper, 1000 / lower),
      says: `(n − 1)/(t_last − t_first) at p50, one row after ${promptTokens} tokens. The first token is left out: it waits for the prompt.`,
    }));

const positions = (run: LanguageRun): readonly ExplainedNumber[] =>
  layouts.flatMap((layout) => {
    const slope = positionFit(run, layout)?.perItem;
    if (!slope) return [];
    const told = slope.lower > 0 || slope.upper < 0;
    return [
      {
        name: `Slope, ${layoutStyle[layout].name}`,
        value: `${formatMs(100 * slope.value)} per 100`,
        interval: formatMsInterval(100 * slope.lower, 100 * slope.upper),
        says: told
          ? `What a token costs more for every 100 tokens in the cache${layout === 'static' ? ', although the cache has the same size throughout: attention reads only the places in use' : ': a longer cache is read, and copied'}.`
          : 'Not told from zero: at these lengths the cache hardly matters beside the weights.',
      },
    ];
  });

const comparisons = (run: LanguageRun): readonly ExplainedNumber[] => {
  const prompts = [...new Set(seriesNumbers(run).map(({ promptTokens }) => promptTokens))];
  return [...new Set([Math.min(...prompts), Math.max(...prompts)])].flatMap((prompt) => {
    const ratio = layoutRatio(run, prompt);
    if (!ratio) return [];
    const { value, lower, upper } = ratio;
    const verdict =
      lower <= 1 && upper >= 1
        ? 'The two layouts could not be told apart here.'
        : value > 1
          ? 'The static cache is slower here: all its places are moved with every token, used or not.'
          : 'The static cache is faster here: nothing has to be allocated and copied as it grows.';
    return [
      {
        name: `Static/growing at ${prompt}`,
        value: `${formatNumber(value)}×`,
        interval: `${formatNumber(lower)} to ${formatNumber(upper)}`,
        says: `Time per token after a prompt of ${prompt}, in pairs from the same round. ${verdict}`,
      },
    ];
  });
};

const tails = (run: LanguageRun): readonly ExplainedNumber[] =>
  layouts.map((layout) => {
    const { value, lower, upper, needed } = estimateQuantile(gapsOf(run, layout), 0.99);
    return {
      name: `p99 gap, ${layoutStyle[layout].name}`,
      value: formatMs(value),
      interval: lower === null || upper === null ? `needs n ≥ ${needed}` : formatMsInterval(lower, upper),
      says: `1 in 100 waits for the next token lasts longer. Neighbouring gaps resemble each other, so the interval is a little too narrow.`,
    };
  });
