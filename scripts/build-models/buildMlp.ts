import { createHash } from 'node:crypto';
import type { ModelCard } from '../../src/engine/benchmark/modelCard.ts';
import { seededValues } from '../../src/engine/benchmark/seededValues.ts';
import { evaluateMlp, seededMlp } from './mlp.ts';
import { irVersion, modelBytes, opset } from './model.ts';
import { floatTensor, floatValue, node } from './tensors.ts';

const widths = [64, 256, 256, 10];
const seed = 20_260;
const reference = { seed: 7, rows: 8, columns: 64 };

/** The lab's model and its card, the same bytes every time. */
export function buildMlp(): { bytes: Uint8Array; card: ModelCard } {
  const layers = seededMlp(widths, seed);
  const last = layers.length - 1;
  const initializer = layers.flatMap((layer, index) => [
    floatTensor(`weights${index}`, [layer.inputs, layer.outputs], layer.weights),
    floatTensor(`bias${index}`, [layer.outputs], layer.bias),
  ]);
  const nodes = layers.flatMap((_, index) => {
    const source = index === 0 ? 'x' : `hidden${index - 1}`;
    const dense = index === last ? 'logits' : `dense${index}`;
    const gemm = node('Gemm', [source, `weights${index}`, `bias${index}`], dense);
    return index === last ? [gemm] : [gemm, node('Relu', [dense], `hidden${index}`)];
  });
  const bytes = modelBytes(
    {
      name: 'mlp',
      node: nodes,
      initializer,
      input: [floatValue('x', ['batch', 64])],
      output: [floatValue('logits', ['batch', 10])],
    },
    'Goodput MLP 64–256–256–10, seeded random weights. MIT.',
  );

  const input = seededValues(reference.seed, reference.rows * reference.columns);
  const card: ModelCard = {
    name: 'mlp',
    title: 'MLP 64 → 256 → 256 → 10',
    task: 'Ten logits from 64 features. It stands for a small ranking or scoring model.',
    file: 'mlp.onnx',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    precision: 'fp32',
    irVersion,
    opset,
    parameters: layers.reduce((sum, layer) => sum + layer.weights.length + layer.bias.length, 0),
    multiplyAddsPerRow: layers.reduce((sum, layer) => sum + layer.weights.length, 0),
    seed,
    weights: 'Random, from the seed, never trained: its speed means something, its answers do not.',
    licence: 'MIT, this project’s own',
    input: { name: 'x', shape: ['batch', 64] },
    output: { name: 'logits', shape: ['batch', 10] },
    reference: {
      input: { recipe: 'seededValues', ...reference },
      output: Array.from(evaluateMlp(layers, input, reference.rows)),
      computedWith: 'plain TypeScript in float64 (scripts/build-models/mlp.ts), no ONNX runtime',
      tolerance: { absolute: 1e-4, relative: 1e-4 },
    },
  };
  return { bytes, card };
}
