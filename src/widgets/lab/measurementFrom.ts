import { deviceLabel } from '../../engine/benchmark/index.ts';
import { type Measurement, measurementFingerprint } from '../../store/measurements.ts';
import type { RowResult } from './runner/result.ts';

/** A finished row as it is saved. */
export function measurementFrom(result: RowResult, runId: string, now: Date): Measurement {
  const { configuration, stamp } = result;
  const { batch } = configuration;
  const { card } = configuration.model;
  const substance = {
    name: configuration.name,
    model: {
      name: card.name,
      sha256: card.sha256,
      precision: card.precision,
      shape: [batch, ...card.reference.input.rowShape],
    },
    provider: configuration.provider,
    threads: stamp.threadsRunning,
    isolated: stamp.isolated,
    batch,
    serviceTimes: [...result.serviceTimes],
    report: result.report,
    chart: result.chart,
    stamp,
    device: deviceLabel(stamp),
  };
  const createdAt = now.toISOString();
  const print = measurementFingerprint(substance);
  return {
    id: `${createdAt}/${configuration.id}/${print}`,
    runId,
    ...substance,
    createdAt,
    fingerprint: print,
  };
}
