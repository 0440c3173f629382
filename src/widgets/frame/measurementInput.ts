import { type Measurement, measurementForLesson, measurements } from '../../store/measurements.ts';
import type { MeasuredService } from './defineWidget.ts';

/**
 * Tells which measurement the reader sent from the lab, now and whenever that changes; undefined when there is none.
 * A module of its own, loaded only when a widget asks for it: it brings the lab's data format along.
 */
export function followMeasurement(tell: (measurement: MeasuredService | undefined) => void): () => void {
  let told: Measurement | undefined;
  let first = true;
  const look = () => {
    const { status, value } = measurements.getState();
    if (status === 'loading') return;
    const chosen = measurementForLesson(value);
    if (!first && chosen?.fingerprint === told?.fingerprint) return;
    first = false;
    told = chosen;
    tell(chosen && measuredService(chosen));
  };
  look();
  return measurements.subscribe(look);
}

function measuredService(measurement: Measurement): MeasuredService {
  const { device, model, batch, serviceTimes, report, fingerprint } = measurement;
  return {
    device,
    model: `${model.name}, batch ${batch}`,
    serviceTimes: serviceTimes.map((milliseconds) => milliseconds / 1000),
    innerRuns: report.innerRuns,
    fingerprint,
  };
}
