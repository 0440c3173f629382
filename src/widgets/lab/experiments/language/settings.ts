import { choice } from '../../../frame/parameters.ts';
import type { Extent } from './plan.ts';

export const formatChoice = choice({
  label: 'Number format',
  options: { fp32: 'fp32', fp16: 'fp16', int8: 'int8', q8: 'q8', q4: 'q4' },
  default: 'fp32',
  help: '615,552 parameters: 2.5 MB in fp32, 0.5 MB in q4.',
});

export const timeChoice = choice({
  label: 'Sampling time',
  options: { 1: '1 s', 3: '3 s', 10: '10 s', 30: '30 s' },
  default: '10',
  help: 'At least six rounds are made, however long they take: the interval of a median needs them.',
});

export const extentChoice = choice({
  label: 'Prompts and batches',
  options: { short: 'Few', full: 'All' },
  default: 'full',
  help: 'Few: prompts of 16 and 64 tokens, batches of 1 and 2. All: prompts of 16, 64, 128 and 224, batches of 1, 2 and 4.',
});

const extents: Readonly<Record<string, Extent & { readonly newTokens: number }>> = {
  short: { prompts: [16, 64], batches: [1, 2], newTokens: 8 },
  full: { prompts: [16, 64, 128, 224], batches: [1, 2, 4], newTokens: 24 },
};

/** What an extent covers. */
export function extentOf(name: string): Extent & { readonly newTokens: number } {
  const extent = extents[name];
  if (!extent) throw new RangeError(`unknown extent: ${name} (one of ${Object.keys(extents).join(', ')})`);
  return extent;
}
