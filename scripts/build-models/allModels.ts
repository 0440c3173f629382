import { precisions } from '../../src/engine/benchmark/cardFields.ts';
import type { LanguageModelCard } from '../../src/engine/benchmark/languageModelCard.ts';
import type { ModelCard } from '../../src/engine/benchmark/modelCard.ts';
import type { Built } from './cards/builtModel.ts';
import { buildAddition } from './models/buildAddition.ts';
import { buildCharacterModel } from './models/character-lm/buildCharacterModel.ts';
import { buildMlp } from './models/mlp/buildMlp.ts';
import { heldOutFile } from './models/mlp/heldOutFile.ts';
import { heldOutRows, trainedMlp } from './models/mlp/trainedMlp.ts';
import { withAccuracy } from './models/mlp/withAccuracy.ts';
import { buildNetwork, convolutionPrecisions } from './models/separable-conv/buildNetwork.ts';
import { buildBlock } from './models/transformer-block/buildBlock.ts';

/** What public/models is made of. */
interface Models {
  readonly built: readonly Built<ModelCard | LanguageModelCard>[];
  /** The rows that the classifier's accuracy was counted on. */
  readonly heldOut: Uint8Array;
}

/** Every model with its card, the same every time. */
export async function allModels(): Promise<Models> {
  const layers = trainedMlp();
  const heldOut = heldOutFile(heldOutRows());
  const mlps = precisions.map((precision) => buildMlp(layers, precision));
  const built = [
    ...(await withAccuracy(mlps, heldOut)),
    ...convolutionPrecisions.map(buildNetwork),
    ...precisions.map(buildBlock),
    ...precisions.map(buildCharacterModel),
  ];
  return { built, heldOut };
}

/** Everything in public/models by its name. */
export function filesOf({ built, heldOut }: Models): (readonly [name: string, content: Uint8Array])[] {
  return [
    ['addition.onnx', buildAddition()],
    ['mlp-held-out.bin', heldOut],
    ...built.flatMap(({ bytes, card }) => [
      [card.file, bytes] as const,
      [card.file.replace(/\.onnx$/, '.json'), asJson(card)] as const,
    ]),
  ];
}

const asJson = (card: ModelCard | LanguageModelCard): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(card, null, 2)}\n`);
