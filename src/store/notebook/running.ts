import * as v from 'valibot';
import { notebookIdSchema } from '../../engine/notebook/index.ts';

/*
 * A cell that fills the memory can take the page with it. Which cells are running is therefore written down, at once and
 * synchronously, before they run: those that the last page of this tab did not see finish are opened paused, so that a
 * page that runs cells on opening does not die again and again.
 */

const storageKey = 'goodput-notebook-running';
const ids = v.pipe(v.array(notebookIdSchema), v.maxLength(1000));
const markSchema = v.object({ running: v.record(notebookIdSchema, ids), crashed: ids });

type Mark = v.InferOutput<typeof markSchema>;

export interface CrashBreaker {
  /** Cells that were running when an earlier page of this tab ended, and that have not finished since. */
  crashedCells(): ReadonlySet<string>;
  /** Says that these cells of a section are about to run, in place of what was said of the section before. */
  markRunning(section: string, cells: readonly string[]): void;
  /** Says that nothing runs any more: what ran has finished, whatever came of it, and the page is alive. */
  clearRunning(): void;
}

/** Reads what the last page of this tab left, and goes on writing it. One for a page. */
export function createCrashBreaker(): CrashBreaker {
  const left = read();
  let mark: Mark = {
    running: {},
    crashed: [...new Set([...left.crashed, ...Object.values(left.running).flat()])],
  };
  const become = (next: Mark) => {
    mark = next;
    write(next);
  };
  return {
    crashedCells: () => new Set(mark.crashed),
    markRunning: (section, cells) => become({ ...mark, running: { ...mark.running, [section]: [...cells] } }),
    clearRunning: () => {
      const finished = new Set(Object.values(mark.running).flat());
      become({ running: {}, crashed: mark.crashed.filter((cell) => !finished.has(cell)) });
    },
  };
}

function read(): Mark {
  try {
    const checked = v.safeParse(markSchema, JSON.parse(sessionStorage.getItem(storageKey) ?? ''));
    if (checked.success) return checked.output;
  } catch {
    // Nothing there, not readable, or no storage in this frame: nothing is known to have crashed.
  }
  return { running: {}, crashed: [] };
}

function write(mark: Mark): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(mark));
  } catch {
    // Without storage there is no breaker; the cells run all the same.
  }
}
