import type { LiveValue } from '../frame/defineWidget.ts';
import type { SymbolRole } from '../frame/parameters.ts';
import { type Now, readingOf } from './now.ts';

/** The numbers of the window now, for the lesson's formulas and margin; NaN while nothing is measured. */
export function littlesLawLive(now: Now): Readonly<Record<string, LiveValue>> {
  const reading = readingOf(now);
  const truth = reading?.truth;
  const of = (label: string, symbol: string, role: SymbolRole, value: number | undefined, unit?: string) => ({
    label,
    symbol,
    role,
    value: value ?? Number.NaN,
    unit,
  });
  return {
    number: of('mean number in system', 'L̄', 'number', truth?.number),
    arrivalRate: of('counted arrival rate', 'λ̄', 'arrival-rate', reading?.arrivalRate, 'requests/s'),
    sojourn: of('measured time in system', 'W̄', 'sojourn', reading?.sojourn, 's'),
    derivedSojourn: of(
      'L̄ over λ̄',
      'L̄/λ̄',
      'sojourn',
      reading && reading.truth.number / reading.arrivalRate,
      's',
    ),
    product: of('rate times time', 'λ̄·W̄', 'number', reading?.product),
    edgeTerm: of('edge term', 'ε', 'neutral', truth?.edgeTerm),
    unexplained: of('unexplained gap', 'Δ', 'neutral', reading?.unexplained),
    area: of('area under N(t)', 'A', 'number', truth?.area, 'request-seconds'),
    arrivals: { ...of('arrivals in the window', 'n', 'arrival-rate', truth?.arrivals), digits: 4 },
    summedSojourn: of('summed sojourns', 'ΣW', 'sojourn', truth?.summedSojourn, 'request-seconds'),
    carriedIn: of('carried in', 'in', 'neutral', truth?.carriedIn, 'request-seconds'),
    carriedOut: of('carried out', 'out', 'neutral', truth?.carriedOut, 'request-seconds'),
    windowLength: of('window length', 'τ', 'neutral', reading && reading.until - reading.from, 's'),
    utilization: of('utilization', 'ρ', 'utilization', now.formula.utilization),
    steadyNumber: of('long-run number by formula', 'L', 'number', now.formula.steady?.meanNumber ?? Infinity),
  };
}
