import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { saveAll } from '../store/persist.ts';
import { App } from './App.tsx';
import { saveBeforeReload } from './errors/reloadOnce.ts';
import { followFragmentLinks } from './routing/fragmentLinks.ts';
import { rememberScroll } from './routing/scrollMemory.ts';

export function mount(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element with the id “root”.');
  saveBeforeReload(saveAll);
  rememberScroll();
  followFragmentLinks();
  // As a transition, so that React draws the page in slices: a long lesson must not block the first touch.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
