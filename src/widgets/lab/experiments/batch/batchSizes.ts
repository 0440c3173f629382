import { choice } from '../../../frame/parameters.ts';

export const largestChoice = choice({
  label: 'Largest batch',
  options: { 8: '8', 32: '32', 128: '128', 256: '256' },
  default: '128',
  help: 'Batches of 1, 2, 4, 8 … rows up to this one, each a row of the run.',
});

/** 1, 2, 4, 8 … up to the largest. */
export const batchSizes = (largest: number): readonly number[] =>
  Array.from({ length: 1 + Math.floor(Math.log2(largest)) }, (_, power) => 2 ** power);
