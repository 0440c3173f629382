import {
  constant,
  exponential,
  hyperexponential,
  type Law,
  lognormal,
  poisson,
  renewal,
  type Streams,
} from '../../engine/random/index.ts';
import { simulateLine } from '../../engine/simulate/index.ts';
import { edgeScale, growingWindows, longRunNumber } from './growth.ts';
import { type QueueSettings, type Result, type ServiceLaw, scvOf, shownSeconds } from './model.ts';
import { lastComeFirstServed } from './order.ts';
import { numberPath } from './steps.ts';

/** One run from empty: its first seconds request by request, and what ever longer windows of it show. */
export default function runLittlesLaw(settings: QueueSettings, streams: Streams): Result {
  const { arrivalRate, serviceRate, servers, order, requests, rejectRate } = settings;
  const arrivals = settings.arrivals === 'poisson' ? poisson(arrivalRate) : renewal(gapLaw(settings));
  const service = serviceLaw(settings.service, 1 / serviceRate);
  const log = simulateLine({ arrivals, service, servers }, { seed: streams.seed, requests });
  const { arrival } = log;
  const work = log.finish.map((at, request) => at - (log.start[request] ?? 0));
  const { start, finish } = order === 'fifo' ? log : lastComeFirstServed(arrival, work, servers);

  const shownCount = arrival.findIndex((at) => at > shownSeconds);
  const shown = (column: Float64Array) => column.slice(0, shownCount < 0 ? undefined : shownCount);
  const seconds = arrival.at(-1) ?? shownSeconds;
  const growth = growingWindows({ arrival, finish }, 1, Math.max(seconds, 10));
  const stable = arrivalRate < servers * serviceRate;
  return {
    shown: { arrival: shown(arrival), start: shown(start), finish: shown(finish) },
    path: numberPath(arrival, finish, shownSeconds),
    rejected: rejects(rejectRate, streams),
    growth,
    edgeScale: stable ? edgeScale(growth) : undefined,
    number: stable ? longRunNumber(numberPath(arrival, finish, seconds), seconds / 10, seconds) : undefined,
    seconds,
  };
}

function gapLaw({ arrivals, arrivalRate }: QueueSettings): Law {
  const mean = 1 / arrivalRate;
  return arrivals === 'even' ? constant(mean) : hyperexponential({ mean, scv: scvOf.bursty });
}

function serviceLaw(law: ServiceLaw, mean: number): Law {
  if (law === 'constant') return constant(mean);
  return law === 'exponential' ? exponential(mean) : lognormal({ mean, scv: scvOf.lognormal });
}

/** Attempts that never enter, from a stream of their own: turning them on leaves the path as it is. */
function rejects(rate: number, streams: Streams): Float64Array {
  if (rate === 0) return new Float64Array(0);
  const stream = streams.stream('rejected');
  const times: number[] = [];
  for (let at = stream.exponential() / rate; at <= shownSeconds; at += stream.exponential() / rate)
    times.push(at);
  return Float64Array.from(times);
}
