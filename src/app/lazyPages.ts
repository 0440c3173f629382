import { type ComponentType, createElement, lazy, useState } from 'react';
import { type Loader, pageLoaders } from './pageLoaders.ts';

/**
 * The component of a page. One that was fetched ahead is drawn at once; another suspends until it has arrived. React
 * holds back what it reveals after a fallback by 300 ms, so the first page must not suspend.
 */
function page<P extends object>(load: Loader<{ default: ComponentType<P> }>): ComponentType<P> {
  const Later = lazy(() => load().then(waitForReload));
  return function Page(props: P) {
    const [Shown] = useState<ComponentType<P>>(() => load.arrived()?.default ?? Later);
    return createElement(Shown, props);
  };
}

/** Vite resolves an import with nothing when the page is about to reload itself: then there is nothing to draw. */
function waitForReload<M>(module: M | undefined): M | Promise<never> {
  return module ?? new Promise<never>(() => {});
}

export const HomePage = page(pageLoaders['']);
export const PartPage = page(pageLoaders.part);
export const LessonPage = page(pageLoaders.lesson);
export const NotebookPage = page(pageLoaders.notebook);
export const LabRoom = page(pageLoaders.lab);
export const GalleryPage = page(pageLoaders.gallery);
export const EvidencePage = page(pageLoaders.evidence);
export const GlossaryPage = page(pageLoaders.glossary);
export const HelpPage = page(pageLoaders.help);
export const SettingsPage = page(pageLoaders.settings);
