import { settleScroll } from './scrollMemory.ts';

const headingWait = 5000;

/**
 * What happens when a page has come onto the screen: the scroll position settles, and after a navigation the focus
 * moves to the page's heading, so that keyboard and screen reader continue there. Returns how to break it off.
 */
export function arrive(main: HTMLElement, navigated: boolean): () => void {
  const stopScroll = settleScroll(navigated);
  const stopFocus = navigated ? focusHeading(main) : () => {};
  return () => {
    stopScroll();
    stopFocus();
  };
}

/** A page that still loads its own content has no heading yet: wait for it. */
function focusHeading(main: HTMLElement): () => void {
  if (focusNow(main)) return () => {};
  const watcher = new MutationObserver(() => {
    if (focusNow(main)) stop();
  });
  const timer = setTimeout(() => stop(), headingWait);
  const stop = () => {
    watcher.disconnect();
    clearTimeout(timer);
  };
  watcher.observe(main, { childList: true, subtree: true });
  return stop;
}

function focusNow(main: HTMLElement): boolean {
  const heading = main.querySelector('h1');
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
