import { calibrationKernel } from '../../../engine/benchmark/index.ts';
import type { Request, Sampled } from '../protocol.ts';

type BlockRequest = Extract<Request, { type: 'block' }>;

/**
 * Samples without a pause for the asked time, the calibration kernel before and after. At least one sample is
 * taken, however long it lasts.
 */
export async function takeBlock(
  run: () => Promise<void>,
  request: BlockRequest,
): Promise<Omit<Sampled, 'id' | 'type'>> {
  const { innerRuns, milliseconds, calibrate } = request;
  const calibrationBefore = calibrate ? timeKernel() : [];
  const samples: number[] = [];
  const start = performance.now();
  let now = start;
  do {
    const from = performance.now();
    for (let count = 0; count < innerRuns; count++) await run();
    now = performance.now();
    samples.push((now - from) / innerRuns);
  } while (now - start < milliseconds);
  const calibrationAfter = calibrate ? timeKernel() : [];
  const origin = performance.timeOrigin;
  return { startMs: origin + start, endMs: origin + now, samples, calibrationBefore, calibrationAfter };
}

/** Runs the calibration kernel until it is compiled, so that the first block's is not slower than the others'. */
export function primeCalibration(): void {
  for (let count = 0; count < 4; count++) timeKernel();
}

/** Five times of the calibration kernel. */
export const timeKernel = (): number[] =>
  Array.from({ length: 5 }, () => {
    const start = performance.now();
    const result = calibrationKernel();
    const elapsed = performance.now() - start;
    // The result is used, so that no compiler drops the work.
    return result > 0 ? elapsed : Number.NaN;
  });
