import type { Precision } from '../../../engine/benchmark/index.ts';
import { choice } from '../../frame/parameters.ts';

export const modelChoice = choice({
  label: 'Model',
  options: { mlp: 'MLP', 'separable-conv': 'Conv net', 'transformer-block': 'Transformer' },
  default: 'mlp',
  help: 'For one row: 84 thousand multiply–adds, 3 million, 14 million.',
});

export type ModelName = keyof typeof modelChoice.options;

/** The number formats in which each model is shipped. */
export const formatsOf: Readonly<Record<ModelName, readonly Precision[]>> = {
  mlp: ['fp32', 'fp16', 'int8', 'q8', 'q4'],
  'separable-conv': ['fp32', 'fp16', 'int8'],
  'transformer-block': ['fp32', 'fp16', 'int8', 'q8', 'q4'],
};

export const isModelName = (name: string): name is ModelName => Object.hasOwn(formatsOf, name);

/** Name of the card of a model in a number format: the plain name is fp32. */
export const cardName = (model: string, precision: Precision): string =>
  precision === 'fp32' ? model : `${model}-${precision}`;
