import type { LiveValue } from '../frame/defineWidget.ts';
import type { SymbolRole } from '../frame/parameters.ts';
import type { Formula } from './model.ts';
import { type Lens, levelNames, levels, type Reading } from './reading.ts';

/** The numbers of now for formulas, prose and margin; NaN, shown as a dash, where the view or the run has none. */
export function liveOf(
  reading: Reading | undefined,
  formula: Formula,
  { level, slo }: Lens,
): Readonly<Record<string, LiveValue>> {
  const p = levels[level];
  const estimate = reading?.estimate;
  const replicas = reading?.view === 'replicas' ? reading : undefined;
  const recording = reading?.view === 'recording' ? reading : undefined;
  const count = { digits: 6 };
  return {
    level: { ...of('quantile level', 'p', 'neutral', p), digits: 4 },
    samples: { ...of('samples', 'n', 'number', reading?.n), ...count },
    quantile: of(`${levelNames[level]} of the sample`, 'X_k', 'sojourn', estimate?.value, 'ms'),
    quantileTrue: of(`true ${levelNames[level]}`, 'T_p', 'sojourn', formula.quantile(p), 'ms'),
    quantileRank: { ...of('its rank', 'k', 'neutral', estimate?.rank), ...count },
    quantileLower: of('lower bound', 'X_l', 'sojourn', estimate?.lower, 'ms'),
    quantileUpper: of('upper bound', 'X_u', 'sojourn', estimate?.upper, 'ms'),
    lowerRank: { ...of('lower rank', 'l', 'neutral', estimate?.lowerRank), ...count },
    upperRank: { ...of('upper rank', 'u', 'neutral', estimate?.upperRank), ...count },
    coverage: of('coverage', 'C', 'neutral', estimate?.coverage),
    quantileLinear: of('by linear interpolation', 'T_p', 'sojourn', estimate?.linear, 'ms'),
    median: of('median', 'p50', 'sojourn', reading?.median, 'ms'),
    tail: of('p99', 'p99', 'sojourn', reading?.p99, 'ms'),
    meanLatency: of('mean', 'm', 'sojourn', reading?.mean, 'ms'),
    slo: of('SLO', 'SLO', 'neutral', slo, 'ms'),
    attainment: of('share within the SLO', 'F', 'neutral', reading?.withinSlo),
    averageQuantile: of('average of the replicas', 'a', 'neutral', replicas?.average, 'ms'),
    waitingQuantile: of('as recorded by waiting', 'X_w', 'neutral', recording?.waitingEstimate.value, 'ms'),
    omitted: { ...of('never sent', 'o', 'neutral', recording?.omitted), ...count },
  };
}

function of(label: string, symbol: string, role: SymbolRole, value = Number.NaN, unit?: string): LiveValue {
  return { label, symbol, role, value, unit };
}
