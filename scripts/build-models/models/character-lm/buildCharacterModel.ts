import type { Precision } from '../../../../src/engine/benchmark/cardFields.ts';
import type { LanguageModelCard } from '../../../../src/engine/benchmark/languageModelCard.ts';
import { type Built, computedWith, rounded } from '../../cards/builtModel.ts';
import { commonFields } from '../../cards/commonFields.ts';
import { notes } from '../../cards/notes.ts';
import { tolerance } from '../../cards/tolerance.ts';
import { multiplyAdds, parameterCount } from '../../linear.ts';
import type { Dense } from '../../reference/dense.ts';
import { exactDense } from '../../reference/dense.ts';
import { roundedDense } from '../../reference/roundedDense.ts';
import { evaluateModel } from './evaluateModel.ts';
import { modelGraph } from './modelGraph.ts';
import { linears, seededModel } from './seededModel.ts';
import {
  cacheShape,
  context,
  headSize,
  heads,
  keyValueHeads,
  keyValueWidth,
  layers,
  vocabulary,
  width,
} from './shape.ts';

const name = 'character-lm';
const seed = 4242;
const encode = (text: string) => Array.from(text, (character) => vocabulary.indexOf(character));
// Longer than 32: from there on, WebGPU reads a prompt with another kernel, which the gate must see.
const prompt = encode('A queue grows when work comes in faster than it can be ');
const continuation = encode('done.\n');

const cacheNotes =
  'With several rows, a prompt goes into an empty cache whole, and after it one token at a time. On a software WebGPU adapter (subgroups of 4 lanes) ONNX Runtime 1.30 attends wrongly in prompts of 32 tokens and more read at once: there the gate withholds the speed.';

/** The character model in one precision, with its card. */
export function buildCharacterModel(precision: Precision): Built<LanguageModelCard> {
  const model = seededModel(seed);
  const graph = modelGraph(model, precision);
  const bytes = graph.bytes(name, 'Goodput character model, seeded random weights. MIT.');
  const dense = linears(model);
  const others = model.embedding.length + (2 * layers + 1) * width;
  // The last position of the prompt, then one row for each token of the continuation.
  const rows = (how: Dense) =>
    evaluateModel(model, [...prompt, ...continuation], how).slice((prompt.length - 1) * vocabulary.length);
  const exact = rows(exactDense);
  const floats = precision === 'fp16' ? 'float16' : 'float32';
  const caches = (prefix: string, length: string): LanguageModelCard['inputs'] =>
    model.layers.flatMap((_, index) =>
      ['key', 'value'].map((part) => ({
        name: `${prefix}.${index}.${part}`,
        shape: cacheShape(length),
        type: floats,
      })),
    );
  return {
    bytes,
    card: {
      kind: 'languageModel',
      name,
      title: 'Character model, 4 layers × 128',
      task: 'Gives the next character’s logits: a decoder with rotary positions, grouped-query attention (4 query heads, 2 key–value heads) and a key–value cache.',
      ...commonFields(name, graph, bytes),
      parameters: parameterCount(dense) + others,
      multiplyAddsPerToken: multiplyAdds(dense),
      seed,
      weights: 'Random, from the seed, never trained: its speed means something, its text does not.',
      notes: `${notes[precision]} ${cacheNotes}`,
      vocabulary,
      context,
      layers,
      width,
      heads,
      keyValueHeads,
      headSize,
      cacheBytesPerToken: layers * 2 * keyValueWidth * (precision === 'fp16' ? 2 : 4),
      inputs: [
        { name: 'input_ids', shape: ['batch', 'sequence'], type: 'int32' },
        { name: 'seqlens_k', shape: ['batch'], type: 'int32' },
        { name: 'total_sequence_length', shape: [1], type: 'int32' },
        ...caches('past', 'past_sequence'),
      ],
      outputs: [
        { name: 'logits', shape: ['batch', 'sequence', vocabulary.length], type: 'float32' },
        ...caches('present', 'total_sequence'),
      ],
      reference: {
        prompt,
        continuation,
        output: rounded(exact),
        computedWith,
        ...tolerance(precision, exact, rows(roundedDense(precision)), vocabulary.length),
      },
    },
  };
}
