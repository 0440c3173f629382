import type { Request, Served } from '../protocol.ts';

type ServeRequest = Extract<Request, { type: 'serve' }>;

/**
 * An open loop: serves requests that arrive by a schedule, first come first served, one at a time. Nobody waits for an
 * answer before sending the next, so a slow request delays all that come meanwhile, and their latency counts from the
 * schedule. The worker that serves also keeps the clock; what that costs is in the record as the time between the
 * moment when a request could start and its start.
 */
export async function serveSchedule(
  run: () => Promise<void>,
  { arrivals, limitMs }: ServeRequest,
): Promise<Omit<Served, 'id' | 'type'>> {
  const [start, finish]: [number[], number[]] = [[], []];
  const origin = performance.now() + leadMs;
  const since = () => rounded(performance.now() - origin);
  for (const arrival of arrivals) {
    if (since() > limitMs) break;
    await until(origin + arrival);
    start.push(since());
    await run();
    finish.push(since());
  }
  const startMs = performance.timeOrigin + origin;
  return { startMs, endMs: performance.timeOrigin + performance.now(), start, finish };
}

const leadMs = 5;
const longestSpinMs = 10;

// A timer may be late by several milliseconds, many services: it only bridges long gaps, the rest is watched.
const until = async (due: number): Promise<void> => {
  const left = due - performance.now();
  if (left > 2 * longestSpinMs)
    await new Promise((resolve) => {
      setTimeout(resolve, left - longestSpinMs);
    });
  while (performance.now() < due);
};

// To a tenth of a microsecond: no browser's clock is finer, and the record stays short.
const rounded = (milliseconds: number): number => Math.round(milliseconds * 1e4) / 1e4;
