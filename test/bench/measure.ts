/**
 * Seconds that a task takes at its best of several runs. Each run counts the smaller of wall and CPU time: both bound the
 * task from above, so a busy machine disturbs least.
 */
export function bestOf<T>(runs: number, task: () => T): { seconds: number; result: T } {
  let seconds = Infinity;
  let result = task(); // the first run warms the compiler up
  for (let run = 0; run < runs; run++) {
    const cpu = process.cpuUsage();
    const wall = performance.now();
    result = task();
    const used = process.cpuUsage(cpu);
    seconds = Math.min(seconds, (performance.now() - wall) / 1e3, (used.user + used.system) / 1e6);
  }
  return { seconds, result };
}
