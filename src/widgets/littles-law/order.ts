/** Start and finish of every request, in seconds, row by row with its arrival. */
export interface Served {
  readonly start: Float64Array;
  readonly finish: Float64Array;
}

/**
 * The same requests, with the same service times, served last come first: a freed server takes whoever came latest, and
 * nobody is interrupted. Arrivals must not decrease. A server that becomes free at the moment of an arrival is free for it.
 */
export function lastComeFirstServed(arrival: Float64Array, work: Float64Array, servers: number): Served {
  const start = new Float64Array(arrival.length);
  const finish = new Float64Array(arrival.length);
  const free = new Float64Array(servers);
  const waiting: number[] = [];
  const serve = (request: number, server: number, at: number) => {
    start[request] = at;
    free[server] = finish[request] = at + (work[request] ?? 0);
  };
  /** Hands servers that become free up to a moment to those who wait, one after the other in time. */
  const advance = (until: number) => {
    for (;;) {
      const server = firstFree(free);
      const at = free[server] ?? 0;
      if (at > until) return;
      const next = waiting.pop();
      if (next === undefined) return;
      serve(next, server, at);
    }
  };
  arrival.forEach((at, request) => {
    advance(at);
    const server = firstFree(free);
    if ((free[server] ?? 0) <= at) serve(request, server, at);
    else waiting.push(request);
  });
  advance(Infinity);
  return { start, finish };
}

const firstFree = (free: Float64Array): number => {
  let first = 0;
  free.forEach((at, server) => {
    if (at < (free[first] ?? 0)) first = server;
  });
  return first;
};
