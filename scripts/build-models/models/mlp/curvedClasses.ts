import { seededValues } from '../../../../src/engine/benchmark/seededValues.ts';
import { seededLinear } from '../../linear.ts';
import { exactDense } from '../../reference/dense.ts';

/** Labelled rows whose features are whole steps of `featureScale`, kept as signed bytes. */
export interface LabelledRows {
  readonly codes: Int8Array;
  readonly labels: Uint8Array;
}

export const classes = 10;
export const features = 64;
export const featureScale = 1 / 128;

const latent = 6;
/** Curves of each class. */
const arcs = 6;
const hidden = 32;
const worldSeed = 410;
/** Size of the noise along each latent axis, tuned so that a trained network still errs on about one row in ten. */
const spread = 0.2;

/**
 * `rows` draws from ten classes of six noisy curves each. A curve is a parabola c + t·u + t²·v in six dimensions, with
 * t uniform on [−1, 1); noise is added, and a fixed network, 64 × 32 with softsign s / (1 + |s|) between, folds the point into 64
 * features. The classes overlap, so no classifier gets all of them, and the borders are curved, so a linear one does
 * not come close. Only the four operations and square roots are used: every machine draws the same rows.
 */
export function curvedClasses(seed: number, rows: number): LabelledRows {
  const points = new Float64Array(rows * latent);
  const labels = new Uint8Array(rows);
  const along = seededValues(seed, rows);
  const noise = seededValues(seed + 1, rows * latent * 4);
  for (let row = 0; row < rows; row++) {
    const label = row % classes;
    labels[row] = label;
    const t = along[row] ?? 0;
    for (let axis = 0; axis < latent; axis++) {
      const at = (((Math.floor(row / classes) % arcs) * classes + label) * latent + axis) * 3;
      const [center = 0, slope = 0, bend = 0] = curves.subarray(at, at + 3);
      points[row * latent + axis] =
        center + t * slope + t * t * bend + spread * bell(noise, (row * latent + axis) * 4);
    }
  }
  const folded = exactDense(fold, points).map((sum) => sum / (1 + Math.abs(sum)));
  const codes = Int8Array.from(exactDense(spreadOut, folded), (feature) =>
    Math.max(-128, Math.min(127, Math.round(feature / featureScale))),
  );
  return { codes, labels };
}

const curves = seededValues(worldSeed, arcs * classes * latent * 3);
const fold = seededLinear(worldSeed + 1, latent, hidden, 2);
const spreadOut = seededLinear(worldSeed + 2, hidden, features, 0.8);

// The sum of four uniform values, scaled to variance 1: near enough to a bell, and made of additions alone.
const bell = (noise: Float32Array, at: number): number => {
  const [a = 0, b = 0, c = 0, d = 0] = noise.subarray(at, at + 4);
  return (a + b + c + d) * Math.sqrt(3 / 4);
};
