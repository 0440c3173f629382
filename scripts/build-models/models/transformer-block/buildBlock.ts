import type { Precision } from '../../../../src/engine/benchmark/cardFields.ts';
import { seededValues } from '../../../../src/engine/benchmark/seededValues.ts';
import { type Built, computedWith, rounded } from '../../cards/builtModel.ts';
import { commonFields } from '../../cards/commonFields.ts';
import { notes } from '../../cards/notes.ts';
import { tolerance } from '../../cards/tolerance.ts';
import { multiplyAdds, parameterCount } from '../../linear.ts';
import { type Dense, exactDense } from '../../reference/dense.ts';
import { roundedDense } from '../../reference/roundedDense.ts';
import { linears, seededBlock, width } from './block.ts';
import { blockGraph } from './blockGraph.ts';
import { evaluateBlock } from './evaluateBlock.ts';

const name = 'transformer-block';
const seed = 77;
const tokens = 64;
const reference = { seed: 8, rows: 4, columns: tokens * width };

/** The block in one precision, with its card. */
export function buildBlock(precision: Precision): Built {
  const block = seededBlock(seed);
  const graph = blockGraph(block, precision);
  const bytes = graph.bytes(name, 'Goodput transformer block, seeded random weights. MIT.');
  const dense = linears(block);
  const input = Float64Array.from(seededValues(reference.seed, reference.rows * reference.columns));
  const answer = (how: Dense) => evaluateBlock(block, input, tokens, how);
  const exact = answer(exactDense);
  return {
    bytes,
    card: {
      kind: 'feedForward',
      name,
      title: 'Transformer block, 64 tokens × 128',
      task: 'One encoder block: four-headed attention and a feed-forward part of 512, then the mean over the tokens, as a sentence encoder gives.',
      ...commonFields(name, graph, bytes),
      parameters: parameterCount(dense) + block.attentionNorm.length + block.innerNorm.length,
      // Every token through the dense layers, then scores and their sums: tokens² · width each.
      multiplyAddsPerRow: tokens * multiplyAdds(dense) + 2 * tokens * tokens * width,
      seed,
      weights: 'Random, from the seed, never trained: its speed means something, its answers do not.',
      notes: notes[precision],
      input: { name: 'x', shape: ['batch', 'tokens', width] },
      output: { name: 'pooled', shape: ['batch', width] },
      reference: {
        input: { recipe: 'seededValues', ...reference, rowShape: [tokens, width] },
        output: rounded(exact),
        computedWith,
        ...tolerance(precision, exact, answer(roundedDense(precision)), width),
      },
    },
  };
}
