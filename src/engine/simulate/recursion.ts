import type { PauseClock } from './schedule/pauses.ts';

/** Turns arrivals and service times into starts and finishes, a block at a time; blocks must follow each other. */
export interface Recursion {
  advance(
    arrival: Float64Array,
    work: Float64Array,
    start: Float64Array,
    finish: Float64Array,
    server: Int32Array,
    count: number,
  ): void;
}

/**
 * First come first served needs no event list. With one server each request starts when it arrives or when the one before
 * it leaves, whichever is later (Lindley 1952); with c servers, when the first of them is free (Kiefer & Wolfowitz 1955).
 * Legal as long as nobody overtakes, gives up or is turned away. An idle server with a lower number is preferred.
 */
export function recursion(servers: number, pauses?: PauseClock): Recursion {
  const free = new Float64Array(servers);
  if (pauses) return { advance: (...block) => advancePaused(free, pauses, ...block) };
  if (servers === 1) return lindley();
  return { advance: (...block) => kieferWolfowitz(free, ...block) };
}

const lindley = (): Recursion => {
  let free = 0;
  return {
    advance(arrival, work, start, finish, _server, count) {
      let last = free;
      for (let i = 0; i < count; i++) {
        const at = arrival[i] ?? 0;
        const begin = at > last ? at : last;
        start[i] = begin;
        last = begin + (work[i] ?? 0);
        finish[i] = last;
      }
      free = last;
    },
  };
};

const kieferWolfowitz = (
  free: Float64Array,
  arrival: Float64Array,
  work: Float64Array,
  start: Float64Array,
  finish: Float64Array,
  server: Int32Array,
  count: number,
): void => {
  const servers = free.length;
  for (let i = 0; i < count; i++) {
    const at = arrival[i] ?? 0;
    let chosen = 0;
    let earliest = free[0] ?? 0;
    for (let k = 1; k < servers && earliest > at; k++) {
      const candidate = free[k] ?? 0;
      if (candidate < earliest) {
        earliest = candidate;
        chosen = k;
      }
    }
    const begin = at > earliest ? at : earliest;
    const end = begin + (work[i] ?? 0);
    start[i] = begin;
    finish[i] = end;
    free[chosen] = end;
    server[i] = chosen;
  }
};

const advancePaused = (
  free: Float64Array,
  pauses: PauseClock,
  arrival: Float64Array,
  work: Float64Array,
  start: Float64Array,
  finish: Float64Array,
  server: Int32Array,
  count: number,
): void => {
  for (let i = 0; i < count; i++) {
    const at = arrival[i] ?? 0;
    let chosen = 0;
    let earliest = free[0] ?? 0;
    for (let k = 1; k < free.length && earliest > at; k++) {
      const candidate = free[k] ?? 0;
      if (candidate < earliest) {
        earliest = candidate;
        chosen = k;
      }
    }
    const begin = pauses.resume(at > earliest ? at : earliest);
    const end = pauses.finish(begin, work[i] ?? 0);
    start[i] = begin;
    finish[i] = end;
    free[chosen] = end;
    server[i] = chosen;
  }
};
