import { createStreams, poisson, type Seed } from '../random/index.ts';

export interface ScheduledLoad {
  /** Requests a second. */
  readonly rate: number;
  /** Of other loads of the same run this one is independent by its name. */
  readonly name: string;
  readonly seed: Seed;
  readonly mostRequests: number;
  /** The last request arrives no later than this, in milliseconds. */
  readonly mostMs: number;
}

/** Poisson arrivals of one load, in milliseconds from its start; at least one, whatever the limits. */
export function arrivalSchedule({ rate, name, seed, mostRequests, mostMs }: ScheduledLoad): number[] {
  const seconds = new Float64Array(Math.max(1, mostRequests));
  poisson(rate)
    .start(createStreams(seed).stream(`arrivals ${name}`))
    .fill(seconds, seconds.length);
  const times = Array.from(seconds, (second) => 1000 * second);
  return times.filter((time, index) => index === 0 || time <= mostMs);
}

/** An order of so many loads in which none always comes after the same other one: shuffled by a stream of its own. */
export function loadOrder(count: number, seed: Seed): number[] {
  const stream = createStreams(seed).stream('order of loads');
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const chosen = stream.integer(last + 1);
    [order[last], order[chosen]] = [order[chosen] ?? chosen, order[last] ?? last];
  }
  return order;
}
