/** What an instance does in its life: once a start, then requests. Both in the same unit of time. */
export interface InstanceWork {
  /** From nothing until it can serve. */
  readonly start: number;
  /** One request of a warm instance. */
  readonly service: number;
}

/** Share of an instance's work that its start was, after so many requests: C/(C + n·S). */
export function startShare({ start, service }: InstanceWork, requests: number): number {
  return start / (start + requests * service);
}

/**
 * Fewest requests after which the start is less than `share` of all that the instance has done: n > C(1 − f)/(f·S).
 *
 * @throws RangeError unless 0 < share < 1 and service > 0
 */
export function requestsToAmortize({ start, service }: InstanceWork, share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`share must be in (0, 1), got ${share}`);
  if (!(service > 0)) throw new RangeError(`service must be > 0, got ${service}`);
  return Math.floor(((start * (1 - share)) / (share * service)) * (1 + 1e-12)) + 1;
}
