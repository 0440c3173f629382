/** Watches over cells: tells when one has run for longer than the limit, or when a command has had no answer. */
export interface Watchdog {
  /** A command was sent. */
  asked(): void;
  started(cell: string): void;
  finished(cell: string): void;
  /** Nothing runs. */
  rest(): void;
  readonly running: readonly string[];
}

export function createWatchdog(limitMs: number, exceeded: () => void): Watchdog {
  const begun = new Map<string, number>();
  let asked: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arm = () => {
    clearTimeout(timer);
    const since = Math.min(...begun.values(), begun.size > 0 ? Infinity : (asked ?? Infinity));
    if (since < Infinity) timer = setTimeout(exceeded, Math.max(0, since + limitMs - performance.now()));
  };
  const note = (change: () => void) => {
    change();
    arm();
  };

  return {
    asked: () => note(() => (asked ??= performance.now())),
    started: (cell) => note(() => begun.set(cell, performance.now())),
    finished: (cell) =>
      note(() => {
        begun.delete(cell);
        asked = performance.now();
      }),
    rest: () =>
      note(() => {
        begun.clear();
        asked = undefined;
      }),
    get running() {
      return [...begun.keys()];
    },
  };
}
