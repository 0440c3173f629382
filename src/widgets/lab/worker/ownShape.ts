import type { InferenceSession, Tensor } from 'onnxruntime-web';
import {
  correctnessGate,
  type GateResult,
  halfBits,
  halfValue,
  seededValues,
} from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import { mostBytes, type OwnInput, type OwnModelCard, type OwnOutput } from '../ownModelCard.ts';
import { captureLog } from './consoleTap.ts';
import type { Runtime } from './loadRuntime.ts';
import { readPlacement } from './placement.ts';
import { profileOnce, type Shape } from './shape.ts';

interface OwnOptions {
  readonly ort: Runtime;
  readonly session: InferenceSession;
  readonly card: OwnModelCard;
  readonly bytes: Uint8Array;
  readonly options: InferenceSession.SessionOptions;
  /** Why the device was lost, or null. */
  readonly isLost: () => string | null;
}

/** A model of the reader's own with its inputs made once from seeds; its gate is the reference run's answer. */
export function makeOwnShape({ ort, session, card, bytes, options, isLost }: OwnOptions): Shape {
  const feeds = makeFeeds(ort, card.inputs);
  const { expected, tolerance } = card;
  if (!expected) throw new LabFailure('bad-message', 'there is no reference to compare with');
  let latest: InferenceSession.OnnxValueMapType = {};
  return {
    run: async () => {
      latest = await session.run(feeds);
      requireSmall(latest);
      const lost = isLost();
      if (lost !== null) throw new LabFailure('device-lost', lost);
    },
    gate: () =>
      worst(expected.map((reference) => compare(readOutput(latest, reference.name), reference, tolerance))),
    placement: async () => readPlacement(await captureLog(() => profileOnce(ort, bytes, options, feeds))),
  };
}

/** One run and all its outputs, as numbers. */
export async function runOnce({ ort, session, card }: OwnOptions): Promise<OwnOutput[]> {
  const outputs = await session.run(makeFeeds(ort, card.inputs));
  requireSmall(outputs);
  return session.outputNames.map((name) => {
    const { dims, values } = readOutput(outputs, name);
    return { name, dims, values };
  });
}

const makeFeeds = (ort: Runtime, inputs: readonly OwnInput[]): InferenceSession.FeedsType =>
  Object.fromEntries(inputs.map((input, index) => [input.name, makeTensor(ort, input, index + 1)]));

const makeTensor = (ort: Runtime, { type, dims, upperBound }: OwnInput, seed: number): Tensor => {
  const count = dims.reduce((product, size) => product * size, 1);
  const values = seededValues(seed, count);
  const whole = (value: number): number => Math.floor(((value + 1) / 2) * upperBound);
  if (type === 'float32') return new ort.Tensor('float32', values, dims);
  if (type === 'float16') return new ort.Tensor('float16', Uint16Array.from(values, halfBits), dims);
  if (type === 'int32') return new ort.Tensor('int32', Int32Array.from(values, whole), dims);
  if (type === 'uint8') return new ort.Tensor('uint8', Uint8Array.from(values, whole), dims);
  if (type === 'bool')
    return new ort.Tensor(
      'bool',
      Uint8Array.from(values, (value) => (value < 0 ? 0 : 1)),
      dims,
    );
  const longs = new BigInt64Array(count);
  for (let index = 0; index < count; index++) longs[index] = BigInt(whole(values[index] ?? 0));
  return new ort.Tensor('int64', longs, dims);
};

const requireSmall = (outputs: InferenceSession.OnnxValueMapType): void => {
  const bytes = Object.values(outputs).reduce((sum, { data }) => sum + sizeOf(data), 0);
  if (bytes > mostBytes) throw new LabFailure('output-too-large', `${bytes} bytes`);
};

const sizeOf = (data: Tensor.DataType): number => ('byteLength' in data ? data.byteLength : 8 * data.length);

const readOutput = (outputs: InferenceSession.OnnxValueMapType, name: string): OwnOutput => {
  const tensor = outputs[name];
  if (!tensor) throw new LabFailure('runtime', `there is no output ${name}`);
  const { data, dims, type } = tensor;
  if (type === 'string') throw new LabFailure('runtime', `the output ${name} is text`);
  const read = type === 'float16' && data instanceof Uint16Array ? halfValue : Number;
  const values = new Float64Array(data.length);
  for (let index = 0; index < values.length; index++) values[index] = read(Number(data[index] ?? Number.NaN));
  return { name, dims: [...dims], values };
};

const compare = (
  got: OwnOutput,
  reference: OwnOutput,
  { relative, ofScale }: OwnModelCard['tolerance'],
): GateResult => {
  const { values } = reference;
  if (got.values.length !== values.length)
    throw new LabFailure(
      'wrong-answer',
      `${reference.name} has ${got.dims.join(' × ')} elements in place of ${reference.dims.join(' × ')}`,
    );
  if (values.length === 0)
    return { passed: true, maxAbsolute: 0, maxRelative: 0, argmaxAgreement: 1, notFinite: 0 };
  const scale = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  const width = reference.dims.at(-1) ?? 1;
  return correctnessGate(got.values, values, {
    tolerance: { relative, absolute: ofScale * scale, argmaxAgreement: 0 },
    width,
  });
};

/** The gate over all outputs: passed when each has. */
const worst = (gates: readonly GateResult[]): GateResult => ({
  passed: gates.every(({ passed }) => passed),
  maxAbsolute: Math.max(0, ...gates.map(({ maxAbsolute }) => maxAbsolute)),
  maxRelative: Math.max(0, ...gates.map(({ maxRelative }) => maxRelative)),
  argmaxAgreement: Math.min(1, ...gates.map(({ argmaxAgreement }) => argmaxAgreement)),
  notFinite: gates.reduce((sum, { notFinite }) => sum + notFinite, 0),
});
