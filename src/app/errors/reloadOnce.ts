import { isLoadingQuietly } from '../../widgets/loading/loadQuietly.ts';

/*
 * A tab that was open while a new version was put on the host asks for chunks that are gone. One reload fetches
 * the new version. A second failure within a minute is another trouble (offline, a broken host): it goes on to the
 * page's error message instead of reloading for ever.
 */
const storageKey = 'goodput-reloaded-at';
const onceIn = 60_000;

const waitForSaving = 2000;
let save: () => Promise<unknown> = () => Promise.resolve();

/** Names what must be saved before the page may reload itself. */
export function saveBeforeReload(saveAll: () => Promise<unknown>): void {
  save = saveAll;
}

export function reloadOnceWhenChunksAreGone(): void {
  addEventListener('vite:preloadError', (event) => {
    if (isLoadingQuietly() || !mayReload()) return;
    event.preventDefault();
    const patience = new Promise((resolve) => setTimeout(resolve, waitForSaving));
    void Promise.race([save(), patience]).finally(() => location.reload());
  });
}

/** False when it reloaded a moment ago, and where no storage could remember that it did. */
function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(storageKey) ?? 0);
    if (Date.now() - last < onceIn) return false;
    sessionStorage.setItem(storageKey, String(Date.now()));
    return true;
  } catch {
    return false;
  }
}
