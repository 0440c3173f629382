import { convolve, type Images } from '../../reference/convolution.ts';
import type { Dense } from '../../reference/dense.ts';
import { imageChannels, imageSize, type Network } from './network.ts';

/** Logits of the images in `input`, which holds each channel as a plane of its own, as ONNX does. */
export function evaluateNetwork(network: Network, input: Float64Array, dense: Dense): Float64Array {
  const stem = relu(convolve(network.stem, { size: imageSize, pixels: byPixel(input) }));
  const last = network.layers.reduce<Images>((images, { depthwise, pointwise }) => {
    const { size, pixels } = relu(convolve(depthwise, images));
    return relu({ size, pixels: dense(pointwise, pixels) });
  }, stem);
  return dense(network.head, meanOverPixels(last, network.head.inputs));
}

const relu = ({ size, pixels }: Images): Images => ({
  size,
  pixels: pixels.map((value) => Math.max(0, value)),
});

const byPixel = (planes: Float64Array): Float64Array => {
  const plane = imageSize * imageSize;
  return planes.map((_, at) => {
    const [channel, pixel] = [at % imageChannels, Math.floor(at / imageChannels)];
    const image = Math.floor(pixel / plane);
    return planes[(image * imageChannels + channel) * plane + (pixel % plane)] ?? 0;
  });
};

const meanOverPixels = ({ size, pixels }: Images, channels: number): Float64Array => {
  const count = size * size;
  const means = new Float64Array(pixels.length / count);
  pixels.forEach((value, index) => {
    const at = Math.floor(index / (count * channels)) * channels + (index % channels);
    means[at] = (means[at] ?? 0) + value / count;
  });
  return means;
};
