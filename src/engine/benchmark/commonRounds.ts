import { quantile } from '../stats/index.ts';
import type { Block } from './runChart.ts';

/**
 * The medians of the blocks that stood side by side in time: one list for each round in which every configuration
 * has a block that counts, in it one median for each configuration, in their order. A machine that changes from
 * round to round changes all the medians of a round.
 *
 * @param series  the blocks of each configuration
 */
export function commonRounds(series: readonly (readonly Block[])[]): number[][] {
  const [first, ...others] = series.map(
    (blocks) => new Map(blocks.filter(counts).map((block) => [block.round, quantile(block.samples, 0.5)])),
  );
  return [...(first ?? [])].flatMap(([round, median]) => {
    const medians = others.flatMap((known) => known.get(round) ?? []);
    return medians.length === others.length ? [[median, ...medians]] : [];
  });
}

const counts = (block: Block): boolean => block.discarded === null && block.samples.length > 0;
