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

/** A file's name and what is in it. */
export type NamedFile = readonly [name: string, content: Uint8Array];

/** Everything in public/models, the same bytes every time. */
export async function allFiles(): Promise<NamedFile[]> {
  return [
    ['addition.onnx', buildAddition()],
    ...(await mlpFiles()),
    ...convolutionPrecisions.flatMap((precision) => modelFiles(buildNetwork(precision))),
    ...precisions.flatMap((precision) => modelFiles(buildBlock(precision))),
    ...precisions.flatMap((precision) => modelFiles(buildCharacterModel(precision))),
  ];
}

/** The trained network in every precision, with the rows that its accuracy was counted on. */
export async function mlpFiles(): Promise<NamedFile[]> {
  const layers = trainedMlp();
  const heldOut = heldOutFile(heldOutRows());
  const files: NamedFile[] = [['mlp-held-out.bin', heldOut]];
  for (const precision of precisions)
    files.push(...modelFiles(await withAccuracy(buildMlp(layers, precision), heldOut)));
  return files;
}

const modelFiles = ({ bytes, card }: Built<ModelCard | LanguageModelCard>): NamedFile[] => [
  [card.file, bytes],
  [card.file.replace(/\.onnx$/, '.json'), new TextEncoder().encode(`${JSON.stringify(card, null, 2)}\n`)],
];
