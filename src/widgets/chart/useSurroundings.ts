import { useSyncExternalStore } from 'react';

/** A text that changes with the theme and the pixels of the screen, for what is painted and must be painted anew. */
export function useSurroundings(): string {
  return useSyncExternalStore(subscribe, surroundings);
}

function surroundings(): string {
  const { theme = 'system' } = document.documentElement.dataset;
  return `${theme} ${darkSystem().matches} ${window.devicePixelRatio}`;
}

function subscribe(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  const dark = darkSystem();
  dark.addEventListener('change', changed);
  // A query holds for one resolution only: after each change the next one is asked.
  let resolution: MediaQueryList | undefined;
  const watchResolution = () => {
    resolution?.removeEventListener('change', moved);
    resolution = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    resolution.addEventListener('change', moved);
  };
  const moved = () => {
    watchResolution();
    changed();
  };
  watchResolution();
  return () => {
    watcher.disconnect();
    dark.removeEventListener('change', changed);
    resolution?.removeEventListener('change', moved);
  };
}

const darkSystem = () => window.matchMedia('(prefers-color-scheme: dark)');
