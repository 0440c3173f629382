/*
 * The browser restores a scroll position before a lazy page has its height, so positions are kept here: one for
 * each history entry, under a key that the entry carries in its state and that survives a reload.
 */
const storageKey = 'goodput-scroll';
const giveUpAfter = 4000;
let shownEntry = '';

/** Starts to remember where the reader is on each page. */
export function rememberScroll(): void {
  history.scrollRestoration = 'manual';
  const positions = readPositions();
  addEventListener('scroll', () => positions.set(shownEntry, Math.round(scrollY)), { passive: true });
  addEventListener('pagehide', () => {
    try {
      sessionStorage.setItem(storageKey, JSON.stringify([...positions].slice(-100)));
    } catch {
      // Without storage a reload begins at the top.
    }
  });
  recall = (entry) => positions.get(entry) ?? 0;
}

let recall: (entry: string) => number = () => 0;

/** To be called when a page has been put on the screen: back to where the reader was on it, or to its top. */
export function settleScroll(navigated: boolean): () => void {
  const known = entryKey(history.state);
  shownEntry = known ?? `${Date.now().toString(36)}.${history.length}`;
  if (known === undefined) {
    history.replaceState({ ...readObject(history.state), entry: shownEntry }, '');
    // A page that was just opened stands at its top: scrolling it would only force its layout early.
    if (navigated) scrollTo({ top: 0, behavior: 'instant' });
    return () => {};
  }
  return scrollWhenTallEnough(recall(shownEntry));
}

/** Pages grow as their widgets arrive: the position is set anew until it is reached or the reader scrolls. */
function scrollWhenTallEnough(top: number): () => void {
  const apply = () => {
    scrollTo({ top, behavior: 'instant' });
    if (Math.abs(scrollY - top) <= 1) stop();
  };
  const watcher = new ResizeObserver(apply);
  const timer = setTimeout(() => stop(), giveUpAfter);
  const gestures = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
  const stop = () => {
    watcher.disconnect();
    clearTimeout(timer);
    for (const gesture of gestures) removeEventListener(gesture, stop);
  };
  for (const gesture of gestures) addEventListener(gesture, stop, { passive: true });
  watcher.observe(document.body);
  apply();
  return stop;
}

const readObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

function entryKey(state: unknown): string | undefined {
  const object = readObject(state);
  return 'entry' in object && typeof object.entry === 'string' ? object.entry : undefined;
}

function readPositions(): Map<string, number> {
  const positions = new Map<string, number>();
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '[]');
    if (!Array.isArray(stored)) return positions;
    for (const pair of stored) {
      if (Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'number') {
        positions.set(pair[0], pair[1]);
      }
    }
  } catch {
    // Nothing usable is stored.
  }
  return positions;
}
