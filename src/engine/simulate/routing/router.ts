import { requirePositive } from '../../numeric/require.ts';
import type { Stream } from '../../random/stream.ts';

/** What a router knows when it chooses. With stale information these are the numbers of the last refresh. */
export interface RoutingView {
  /** Queues that may be chosen: 0 … count − 1. */
  count: number;
  /** Requests at each queue, those in service included. */
  readonly load: Int32Array;
  /** Seconds until each queue would be empty, for routers that need work. */
  readonly work: Float64Array;
}

/** Sends each request to one of several queues. */
export interface Router {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
  readonly needs: 'nothing' | 'load' | 'work' | 'key';
  /** Seconds between two looks at the loads; 0 for a look at every request. */
  readonly refresh: number;
  /** Begins one run. The result chooses a queue for a request with the given key. */
  start(view: RoutingView, stream: Stream): (key: number) => number;
}

/** How old a router's load information may be. */
export interface StaleOptions {
  /** Seconds between two looks at the loads; absent, every request sees them as they are. */
  refresh?: number;
}

/** Throws RangeError for a refresh that is given and not > 0. */
export const refreshOf = ({ refresh }: StaleOptions): number =>
  refresh === undefined ? 0 : requirePositive('refresh', refresh);
