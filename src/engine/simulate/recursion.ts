import type { Block } from './block.ts';
import type { PauseClock } from './schedule/pauses.ts';

/** Fills in start, finish and server of a block from its arrivals and work; blocks must follow each other. */
export type Recursion = (block: Block) => void;

/**
 * First come first served needs no event list. With one server each request starts when it arrives or when the one before
 * it leaves, whichever is later (Lindley 1952); with c servers, when the first of them is free (Kiefer & Wolfowitz 1955).
 * Legal as long as nobody overtakes, gives up or is turned away. An idle server with a lower number is preferred.
 */
export function recursion(servers: number, pauses?: PauseClock): Recursion {
  if (pauses) return pausedKieferWolfowitz(servers, pauses);
  return servers === 1 ? lindley() : kieferWolfowitz(servers);
}

const lindley = (): Recursion => {
  let free = 0;
  return ({ arrival, work, start, finish, count }) => {
    let last = free;
    for (let i = 0; i < count; i++) {
      const at = arrival[i] ?? 0;
      const begin = at > last ? at : last;
      start[i] = begin;
      last = begin + (work[i] ?? 0);
      finish[i] = last;
    }
    free = last;
  };
};

const kieferWolfowitz = (servers: number): Recursion => {
  const free = new Float64Array(servers);
  return ({ arrival, work, start, finish, server, count }) => {
    for (let i = 0; i < count; i++) {
      const at = arrival[i] ?? 0;
      const chosen = firstFree(free, at);
      const ready = free[chosen] ?? 0;
      const begin = at > ready ? at : ready;
      const end = begin + (work[i] ?? 0);
      start[i] = begin;
      finish[i] = end;
      free[chosen] = end;
      server[i] = chosen;
    }
  };
};

const pausedKieferWolfowitz = (servers: number, pauses: PauseClock): Recursion => {
  const free = new Float64Array(servers);
  return ({ arrival, work, start, finish, server, count }) => {
    for (let i = 0; i < count; i++) {
      const at = arrival[i] ?? 0;
      const chosen = firstFree(free, at);
      const begin = pauses.resume(Math.max(at, free[chosen] ?? 0));
      const end = pauses.finish(begin, work[i] ?? 0);
      start[i] = begin;
      finish[i] = end;
      free[chosen] = end;
      server[i] = chosen;
    }
  };
};

/** The first server that is idle at `time`, or else the one that is free soonest. */
const firstFree = (free: Float64Array, time: number): number => {
  let chosen = 0;
  let soonest = free[0] ?? 0;
  for (let k = 1; k < free.length && soonest > time; k++) {
    const candidate = free[k] ?? 0;
    if (candidate < soonest) {
      soonest = candidate;
      chosen = k;
    }
  }
  return chosen;
};
