import type { InferenceSession } from 'onnxruntime-web';
import {
  correctnessGate,
  type GateResult,
  type ModelCard,
  type Placement,
  referenceBatch,
} from '../../../engine/benchmark/index.ts';
import { LabFailure } from '../failures.ts';
import { captureLog } from './consoleTap.ts';
import type { Runtime } from './loadRuntime.ts';
import { readPlacement } from './placement.ts';

/** An open session with one input shape. */
export interface Shape {
  /** One run, outputs read back to the CPU. */
  readonly run: () => Promise<void>;
  /** The gate on the output of the latest run. */
  readonly gate: () => GateResult;
  readonly placement: () => Promise<Placement | null>;
}

interface ShapeOptions {
  readonly ort: Runtime;
  readonly session: InferenceSession;
  readonly card: ModelCard;
  readonly batch: number;
  /** The model and the options that the session was made of, for a second one with profiling. */
  readonly bytes: Uint8Array;
  readonly options: InferenceSession.SessionOptions;
  /** Why the device was lost, or null. */
  readonly isLost: () => string | null;
}

/** An input of `batch` rows, allocated once, with the answer that a right runtime gives for it. */
export function makeShape({ ort, session, card, batch, bytes, options, isLost }: ShapeOptions): Shape {
  const { input, expected } = referenceBatch(card, batch);
  const tensor = new ort.Tensor('float32', input, [batch, ...card.reference.input.rowShape]);
  const feeds = { [card.input.name]: tensor };
  const width = expected.length / batch;
  let latest: ArrayLike<number> = [];
  return {
    run: async () => {
      const outputs = await session.run(feeds);
      const data = outputs[card.output.name]?.data;
      latest = data instanceof Float32Array ? data : [];
      const lost = isLost();
      if (lost !== null) throw new LabFailure('device-lost', lost);
    },
    gate: () => correctnessGate(latest, expected, { tolerance: card.reference.tolerance, width }),
    placement: async () => readPlacement(await captureLog(() => profileOnce(ort, bytes, options, feeds))),
  };
}

export const profileOnce = async (
  ort: Runtime,
  bytes: Uint8Array,
  options: InferenceSession.SessionOptions,
  feeds: InferenceSession.FeedsType,
): Promise<void> => {
  const session = await ort.InferenceSession.create(bytes, { ...options, enableProfiling: true });
  await session.run(feeds);
  session.endProfiling();
  await session.release();
};
