import { deviceLabel } from '../../engine/benchmark/index.ts';
import { type Measurement, measurementFingerprint } from '../../store/measurements.ts';
import type { RowResult } from './runner/result.ts';

/** When and for which experiment a row was measured. */
export interface Occasion {
  readonly experiment: string;
  /** Shared by the rows of one run. */
  readonly runId: string;
  readonly now: Date;
}

/** A finished row as it is saved. */
export function measurementFrom(result: RowResult, { experiment, runId, now }: Occasion): Measurement {
  const { configuration, stamp, accuracy } = result;
  const { batch } = configuration;
  const { card } = configuration.model;
  const substance = {
    name: configuration.name,
    model: {
      name: card.name,
      sha256: card.sha256,
      precision: card.precision,
      shape:
        card.kind === 'own' ? [...(card.inputs[0]?.dims ?? [])] : [batch, ...card.reference.input.rowShape],
      bytes: card.bytes,
    },
    provider: configuration.provider,
    threads: stamp.threadsRunning,
    isolated: stamp.isolated,
    batch,
    serviceTimes: [...result.serviceTimes],
    ...(accuracy && { accuracy }),
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
    experiment,
    ...substance,
    createdAt,
    fingerprint: print,
  };
}
