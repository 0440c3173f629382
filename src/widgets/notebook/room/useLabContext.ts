import { useEffect } from 'react';
import { type Measurement, measurements } from '../../../store/measurements.ts';
import { usePersisted } from '../../../store/persist.ts';
import type { Session } from '../session/session.ts';

/** Hands what was measured on this device to the cells, newest first, under the name `lab`. */
export function useLabContext(session: Session): void {
  const { value, status } = usePersisted(measurements);
  useEffect(() => {
    if (status === 'loading') return;
    const results = value.measurements.map(forCells).reverse();
    for (const { id } of session.getState().sections) session.setContext(id, 'lab', results);
  }, [session, value, status]);
}

function forCells({ name, model, provider, threads, batch, serviceTimes, device, createdAt }: Measurement) {
  return {
    name,
    model: model.name,
    precision: model.precision,
    provider,
    threads,
    batch,
    milliseconds: serviceTimes,
    device,
    createdAt,
  };
}
