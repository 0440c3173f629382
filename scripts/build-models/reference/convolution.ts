/** A 3 × 3 convolution, padded by 1; weights [outputs, inputs / groups, 3, 3] as ONNX keeps them. */
export interface Convolution {
  readonly inputs: number;
  readonly outputs: number;
  /** 1, or as many as inputs: a filter of its own for each channel. */
  readonly groups: number;
  readonly stride: number;
  readonly weights: Float32Array;
}

/** Square images, each a row of size · size pixels, each pixel a row of channels. */
export interface Images {
  readonly size: number;
  readonly pixels: Float64Array;
}

/** The convolution in float64. */
export function convolve(
  { inputs, outputs, groups, stride, weights }: Convolution,
  { size, pixels }: Images,
): Images {
  const target = Math.ceil(size / stride);
  const rows = pixels.length / (size * size * inputs);
  const result = new Float64Array(rows * target * target * outputs);
  const [group, filters] = [inputs / groups, outputs / groups];
  for (let at = 0; at < result.length; at++) {
    const output = at % outputs;
    const place = Math.floor(at / outputs);
    const [column, line] = [place % target, Math.floor(place / target) % target];
    const image = Math.floor(place / (target * target));
    const first = Math.floor(output / filters) * group;
    for (let tap = 0; tap < 9; tap++) {
      const y = line * stride + Math.floor(tap / 3) - 1;
      const x = column * stride + (tap % 3) - 1;
      if (y < 0 || x < 0 || y >= size || x >= size) continue;
      const from = ((image * size + y) * size + x) * inputs + first;
      for (let input = 0; input < group; input++)
        result[at] =
          (result[at] ?? 0) +
          (pixels[from + input] ?? 0) * (weights[(output * group + input) * 9 + tap] ?? 0);
    }
  }
  return { size: target, pixels: result };
}

/** Products of one image of `size` × `size` through the convolution. */
export const convolutionProducts = ({ stride, weights }: Convolution, size: number): number =>
  Math.ceil(size / stride) ** 2 * weights.length;
