import { measuredServiceLaw } from '../../engine/benchmark/index.ts';
import type { Measurement } from '../../store/measurements.ts';
import { defaultSeed, encodeLink } from '../frame/link.ts';
import { defaults, formatValue, type Parameter, parseValue, type Value } from '../frame/parameters.ts';
import utilization from '../utilization/widget.ts';

/** Load at which the lesson opens: heavy enough for a queue to be seen. */
const openingUtilization = 0.8;

/**
 * Address of lesson 2.4 with this measurement as its third layer: the formula and the simulation are set to the
 * measured service rate and variability, so that all three speak of the same server.
 */
export function lessonLink({ serviceTimes, report }: Measurement): string {
  const { serviceRate, scv } = measuredServiceLaw(serviceTimes, report.innerRuns);
  const wanted: readonly (readonly [string, Parameter, Value])[] = [
    ['measured', utilization.parameters.measured, true],
    ['serviceRate', utilization.parameters.serviceRate, rounded(serviceRate)],
    ['arrivalRate', utilization.parameters.arrivalRate, rounded(openingUtilization * serviceRate)],
    ['scvService', utilization.parameters.scvService, rounded(scv)],
  ];
  // A value beyond its parameter's bounds is left at the default: the widget would refuse it.
  const fitting = wanted.filter(([, parameter, value]) => parseValue(parameter, formatValue(value)).ok);
  const measured = Object.fromEntries(fitting.map(([name, , value]) => [name, value]));
  const values = { ...defaults(utilization.parameters), ...measured };
  return `#/lesson/2.4?${encodeLink(utilization, { values, seed: defaultSeed, locked: [], hidden: [] })}`;
}

const rounded = (value: number) => Number(value.toPrecision(4));
