import type { KernelEvent } from '../../../engine/notebook/index.ts';

/** Every worker counts its runs from 1; those that listen to the kernel see one count over all of its workers. */
export function createRunCount() {
  let before = 0;
  let highest = 0;
  return {
    /** A new worker begins. */
    begin() {
      before = highest;
    },
    counted(event: KernelEvent): KernelEvent {
      if (!('run' in event)) return event;
      const run = before + event.run;
      highest = Math.max(highest, run);
      return { ...event, run };
    },
  };
}
