import type { Precision } from '../../../../src/engine/benchmark/cardFields.ts';
import { seededValues } from '../../../../src/engine/benchmark/seededValues.ts';
import { type Built, computedWith, rounded } from '../../cards/builtModel.ts';
import { commonFields } from '../../cards/commonFields.ts';
import { notes } from '../../cards/notes.ts';
import { tolerance } from '../../cards/tolerance.ts';
import { type Linear, multiplyAdds, parameterCount } from '../../linear.ts';
import { createGraph } from '../../onnx/graph.ts';
import { linearNodes } from '../../onnx/linearNodes.ts';
import { exactDense } from '../../reference/dense.ts';
import { roundedDense } from '../../reference/roundedDense.ts';
import { evaluateMlp } from './evaluateMlp.ts';
import { mlpSeed } from './trainedMlp.ts';

const reference = { seed: 7, rows: 8, columns: 64 };

/** The trained network in one precision, with its card as far as no runtime is needed for it. */
export function buildMlp(layers: readonly Linear[], precision: Precision): Built {
  const last = layers.length - 1;
  const graph = createGraph(precision);
  const logits = layers.reduce(
    (from, layer, index) => {
      const sums = linearNodes(graph, `layer${index}`, layer, from);
      return index === last ? sums : graph.node('Relu', [sums]);
    },
    graph.floatInput('x', ['batch', 64]),
  );
  graph.floatOutput('logits', ['batch', 10], logits);
  const bytes = graph.bytes('mlp', 'Goodput MLP 64–256–256–10, trained on a synthetic set. MIT.');

  const input = Float64Array.from(seededValues(reference.seed, reference.rows * reference.columns));
  const exact = evaluateMlp(layers, input, exactDense);
  return {
    bytes,
    card: {
      kind: 'feedForward',
      name: 'mlp',
      title: 'MLP 64 → 256 → 256 → 10',
      task: 'Tells ten classes apart by 64 features. It stands for a small ranking or scoring model.',
      ...commonFields('mlp', graph, bytes),
      parameters: parameterCount(layers),
      multiplyAddsPerRow: multiplyAdds(layers),
      seed: mlpSeed,
      weights:
        'Trained in float64 by the build script on 6,000 synthetic rows, ten classes of six noisy curves folded into 64 features; then rounded to this precision without further training.',
      notes: notes[precision],
      input: { name: 'x', shape: ['batch', 64] },
      output: { name: 'logits', shape: ['batch', 10] },
      reference: {
        input: { recipe: 'seededValues', ...reference, rowShape: [64] },
        output: rounded(exact),
        computedWith,
        ...tolerance(precision, exact, evaluateMlp(layers, input, roundedDense(precision)), 10),
      },
    },
  };
}
