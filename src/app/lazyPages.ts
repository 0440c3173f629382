import { type ComponentType, lazy } from 'react';

/*
 * Pages by the first part of their path. Each is a chunk of its own; the start begins to fetch the one it needs
 * before React has arrived.
 */
const loaders = {
  '': () => import('./pages/HomePage.tsx'),
  part: () => import('./pages/PartPage.tsx'),
  lesson: () => import('./pages/LessonPage.tsx'),
  lab: () => import('../widgets/lab/LabRoom.tsx'),
  gallery: () => import('./pages/GalleryPage.tsx'),
  evidence: () => import('./pages/EvidencePage.tsx'),
  glossary: () => import('./pages/GlossaryPage.tsx'),
  help: () => import('./pages/HelpPage.tsx'),
  settings: () => import('./pages/SettingsPage.tsx'),
};

const isPage = (name: string): name is keyof typeof loaders => Object.hasOwn(loaders, name);

/** Begins to fetch a page; a failure shows itself when the page is rendered. */
export async function loadPage(name: string): Promise<void> {
  if (isPage(name)) await loaders[name]().catch(() => undefined);
}

/** React's lazy component of a page. */
function page<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  return lazy(() => load().then(waitForReload));
}

/** Vite resolves an import with nothing when the page is about to reload itself: then there is nothing to draw. */
function waitForReload<M>(module: M | undefined): M | Promise<never> {
  return module ?? new Promise<never>(() => {});
}

export const HomePage = page(loaders['']);
export const PartPage = page(loaders.part);
export const LessonPage = page(loaders.lesson);
export const LabRoom = page(loaders.lab);
export const GalleryPage = page(loaders.gallery);
export const EvidencePage = page(loaders.evidence);
export const GlossaryPage = page(loaders.glossary);
export const HelpPage = page(loaders.help);
export const SettingsPage = page(loaders.settings);
