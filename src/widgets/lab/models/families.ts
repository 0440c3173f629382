import * as v from 'valibot';
import {
  type LanguageModelCard,
  languageModelCardSchema,
  type ModelCard,
  modelCardSchema,
} from '../../../engine/benchmark/index.ts';
import { loadCard, modelFile } from '../loadModel.ts';

export type AnyCard = ModelCard | LanguageModelCard;

/** The shipped models by the name of their fp32 card, with the number formats that each has beside it. */
export const families = [
  { name: 'mlp', formats: ['fp16', 'int8', 'q8', 'q4'] },
  { name: 'separable-conv', formats: ['fp16', 'int8'] },
  { name: 'transformer-block', formats: ['fp16', 'int8', 'q8', 'q4'] },
  { name: 'character-lm', formats: ['fp16', 'int8', 'q8', 'q4'] },
] as const;

const anyCard = v.variant('kind', [modelCardSchema, languageModelCardSchema]);

/** All cards of a model, fp32 first. */
export function loadFamily({ name, formats }: (typeof families)[number]): Promise<readonly AnyCard[]> {
  return Promise.all(
    [name, ...formats.map((format) => `${name}-${format}`)].map((card) =>
      loadCard(modelFile(`${card}.json`), anyCard),
    ),
  );
}
