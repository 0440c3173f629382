import { useMemo } from 'react';
import { type Measurement, measurementForLesson, measurements } from '../../store/measurements.ts';
import { usePersisted } from '../../store/persist.ts';
import type { AnyWidget, Inputs, MeasuredService } from './defineWidget.ts';

/**
 * The data from outside that a widget uses, and whether it has been read yet: a widget starts with all of its input,
 * so that a replayed link is judged on the right one.
 */
export function useInputs(widget: AnyWidget): { ready: boolean; inputs: Inputs } {
  const saved = usePersisted(measurements);
  const wants = widget.uses?.includes('measurement') ?? false;
  const chosen = wants ? measurementForLesson(saved.value) : undefined;
  const inputs = useMemo(() => (chosen ? { measurement: measuredService(chosen) } : {}), [chosen]);
  return { ready: !wants || saved.status !== 'loading', inputs };
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
