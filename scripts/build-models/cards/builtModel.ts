import type { LanguageModelCard } from '../../../src/engine/benchmark/languageModelCard.ts';
import type { ModelCard } from '../../../src/engine/benchmark/modelCard.ts';

/** A model file and its card. */
export interface Built<Card extends ModelCard | LanguageModelCard = ModelCard> {
  readonly bytes: Uint8Array;
  readonly card: Card;
}

export const computedWith = 'plain TypeScript in float64 (scripts/build-models), no ONNX runtime';

/** A number as a card writes it: nine digits hold any float32. */
export const rounded = (values: Float64Array): number[] =>
  Array.from(values, (value) => Number(value.toPrecision(9)));
