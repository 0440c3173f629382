import { createHash } from 'node:crypto';
import type { Precision } from '../../../src/engine/benchmark/cardFields.ts';
import type { ModelCard } from '../../../src/engine/benchmark/modelCard.ts';
import type { Graph } from '../onnx/graph.ts';
import { irVersion, opset } from '../onnx/model.ts';

type Common = Pick<
  ModelCard,
  'file' | 'sha256' | 'bytes' | 'precision' | 'irVersion' | 'opset' | 'weightBytes' | 'licence'
>;

/** The fields of a card that follow from the file itself. */
export function commonFields(name: string, graph: Graph, bytes: Uint8Array): Common {
  const { precision } = graph;
  return {
    file: `${cardName(name, precision)}.onnx`,
    sha256: sha256(bytes),
    bytes: bytes.length,
    precision,
    irVersion,
    opset,
    weightBytes: graph.constantBytes(),
    licence: 'MIT, this project’s own',
  };
}

/** A model's files are named after it; fp32 needs no suffix. */
export const cardName = (name: string, precision: Precision): string =>
  precision === 'fp32' ? name : `${name}-${precision}`;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
