import { deviceLabel, type ModelCard } from '../../engine/benchmark/index.ts';
import { type Measurement, measurementFingerprint } from '../../store/measurements.ts';
import type { RowResult } from './runner/result.ts';

/** A finished row as it is saved. */
export function measurementFrom(result: RowResult, card: ModelCard, runId: string, now: Date): Measurement {
  const { configuration, batch, stamp } = result;
  const substance = {
    name: configuration.name,
    model: {
      name: card.name,
      sha256: card.sha256,
      precision: card.precision,
      shape: [batch, card.reference.input.columns],
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
