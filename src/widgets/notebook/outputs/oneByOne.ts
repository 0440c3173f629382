/**
 * Runs tasks one an animation frame, in their order: twenty charts that come into view together would hold the page up
 * for as long as they all take. Returns what takes a task back.
 */
export function oneByOne(task: () => void): () => void {
  waiting.add(task);
  if (waiting.size === 1) requestAnimationFrame(next);
  return () => waiting.delete(task);
}

const waiting = new Set<() => void>();

function next() {
  const [task] = waiting;
  if (!task) return;
  waiting.delete(task);
  // The frame after next, where others wait: what the task puts on the page is measured and drawn in the one between.
  if (waiting.size > 0) requestAnimationFrame(() => requestAnimationFrame(next));
  task();
}
