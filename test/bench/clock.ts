/** Seconds on some clock; only differences count. */
export type Clock = () => number;

const wall: Clock = () => performance.now() / 1000;

export interface Timed<T> {
  /** On whichever clock showed less: each bounds the task from above. */
  seconds: number;
  /** By the clock on the wall, which a browser has too. */
  wallSeconds: number;
  result: T;
}

/**
 * Seconds that a task takes at its best of several runs, after one that warms the compiler up: the best run is the one that
 * whatever else the machine does disturbs least. Besides the wall it may look at a second clock, such as the processor's.
 */
export function bestOf<T>(runs: number, task: () => T, second: Clock = wall): Timed<T> {
  const best = { seconds: Infinity, wallSeconds: Infinity, result: task() };
  for (let run = 0; run < runs; run++) {
    const stop = stopwatch(second);
    best.result = task();
    stop(best);
  }
  return best;
}

/** The same for a task that runs in the background. */
export async function bestOfAsync<T>(runs: number, task: () => Promise<T>, second: Clock): Promise<Timed<T>> {
  const best = { seconds: Infinity, wallSeconds: Infinity, result: await task() };
  for (let run = 0; run < runs; run++) {
    const stop = stopwatch(second);
    best.result = await task();
    stop(best);
  }
  return best;
}

const stopwatch = (second: Clock) => {
  const before = wall();
  const secondBefore = second();
  return (best: Timed<unknown>): void => {
    const passed = wall() - before;
    best.wallSeconds = Math.min(best.wallSeconds, passed);
    best.seconds = Math.min(best.seconds, passed, second() - secondBefore);
  };
};
