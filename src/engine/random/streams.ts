import { requireSeed, type Seed } from './seed.ts';
import { Stream } from './stream.ts';

/** The streams of one run, by name. */
export interface Streams {
  readonly seed: Seed;
  /** The stream with this name, made on first use; the same object every time. */
  stream(name: string): Stream;
  readonly arrivals: Stream;
  readonly service: Stream;
  readonly routing: Stream;
  readonly batching: Stream;
  readonly retries: Stream;
  readonly faults: Stream;
}

/**
 * Named, independent random streams from one seed. Each stream is seeded by hashing (seed, name): drawing from one,
 * or adding another, never shifts the rest. Two systems run with the same seed therefore meet the same arrivals,
 * whatever their policies draw (common random numbers).
 *
 * @example
 * const streams = random.createStreams('lesson');
 * streams.arrivals.exponential();
 * streams.stream('keys').uniform();
 */
export function createStreams(seed: Seed): Streams {
  requireSeed(seed);
  const made = new Map<string, Stream>();
  const stream = (name: string): Stream => {
    const known = made.get(name);
    if (known) return known;
    const fresh = new Stream(seed, name);
    made.set(name, fresh);
    return fresh;
  };
  return {
    seed,
    stream,
    get arrivals() {
      return stream('arrivals');
    },
    get service() {
      return stream('service');
    },
    get routing() {
      return stream('routing');
    },
    get batching() {
      return stream('batching');
    },
    get retries() {
      return stream('retries');
    },
    get faults() {
      return stream('faults');
    },
  };
}
