/** Asks the frame for a sign of life while something is awaited of it; `silent` is called when none comes. */
export interface Heartbeat {
  start(): void;
  heard(): void;
  stop(): void;
}

const intervalMs = 500;
// Counted in beats, not in time: a page that was frozen must not take the frame for dead when it wakes.
const beatsToDeath = 6;

export function createHeartbeat(ask: () => void, silent: () => void): Heartbeat {
  let timer: ReturnType<typeof setInterval> | undefined;
  let unanswered = 0;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    start() {
      if (timer !== undefined) return;
      unanswered = 0;
      timer = setInterval(() => {
        unanswered += 1;
        if (unanswered > beatsToDeath) silent();
        else ask();
      }, intervalMs);
    },
    heard() {
      unanswered = 0;
    },
    stop,
  };
}
