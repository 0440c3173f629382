import {
  constant,
  empirical,
  exponential,
  gamma,
  hyperexponential,
  type Law,
  poisson,
  renewal,
  type Streams,
} from '../../engine/random/index.ts';
import { simulateLine, summarize } from '../../engine/simulate/index.ts';
import type { Inputs } from '../frame/defineWidget.ts';
import { type MeasuredRun, type Result, type Settings, type SimulatedPoint, simulatedGrid } from './model.ts';

/** The reader's queue at its own load and over the grid of loads, and the same queue fed with measured times. */
export default function runUtilization(settings: Settings, { seed }: Streams, inputs: Inputs): Result {
  const { arrivalRate, serviceRate, servers, scvService, scvArrival, requests, measured } = settings;
  const service = lawWith(1 / serviceRate, scvService);
  const at = (rate: number, law: Law, count: number) => {
    const arrivals = scvArrival === 1 ? poisson(rate) : renewal(lawWith(1 / rate, scvArrival));
    const system = { arrivals, service: law, servers };
    return summarize(
      simulateLine(system, { seed, requests: count, warmup: Math.floor(count / 10), log: 'none' }),
    );
  };
  const loaded = (utilization: number, law: Law): SimulatedPoint => ({
    utilization,
    meanSojourn: at((utilization * servers) / law.mean, law, Math.ceil(requests / 4)).meanSojourn,
  });
  const sweep = (law: Law) => simulatedGrid.map((utilization) => loaded(utilization, law));
  const utilization = arrivalRate / (servers * serviceRate);
  const here = at(arrivalRate, service, requests);
  const times = measured ? inputs.measurement?.serviceTimes : undefined;
  const fedWith = (law: Law): MeasuredRun => ({
    here: utilization < 1 ? loaded(utilization, law) : undefined,
    grid: sweep(law),
  });
  return {
    here: {
      utilization,
      meanSojourn: here.meanSojourn,
      p95: here.p95,
      requests,
    },
    grid: sweep(service),
    measured: times && fedWith(empirical(times)),
  };
}

/** A law with the wanted mean and CV²: constant, gamma below 1, exponential, two-phase hyperexponential above 1. */
function lawWith(mean: number, scv: number): Law {
  if (scv === 0) return constant(mean);
  if (scv === 1) return exponential(mean);
  return scv < 1 ? gamma({ mean, scv }) : hyperexponential({ mean, scv });
}
