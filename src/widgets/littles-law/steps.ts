/** N(t): `inSystem[i]` requests from `time[i]` until `time[i + 1]`, beginning with none at time 0. */
export interface NumberPath {
  readonly time: Float64Array;
  readonly inSystem: Int32Array;
}

/** The step function N(t) up to a moment, from arrivals in order and finishes in any order. */
export function numberPath(arrival: Float64Array, finish: Float64Array, until: number): NumberPath {
  const left = finish.filter((at) => at <= until).sort();
  const came = arrival.filter((at) => at <= until);
  const time: number[] = [0];
  const inSystem: number[] = [0];
  let arrived = 0;
  let finished = 0;
  while (arrived < came.length || finished < left.length) {
    const nextArrival = came[arrived] ?? Infinity;
    const nextFinish = left[finished] ?? Infinity;
    const now = Math.min(nextArrival, nextFinish);
    if (nextFinish <= nextArrival) finished++;
    else arrived++;
    if (now === time.at(-1)) inSystem[inSystem.length - 1] = arrived - finished;
    else {
      time.push(now);
      inSystem.push(arrived - finished);
    }
  }
  return { time: Float64Array.from(time), inSystem: Int32Array.from(inSystem) };
}
