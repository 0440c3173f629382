/*
 * Pages by the first part of their path. Each is a chunk of its own; the start begins to fetch the one it needs
 * before React has arrived; so this module must not import it.
 */
export const pageLoaders = {
  '': remember(() => import('./pages/HomePage.tsx')),
  part: remember(() => import('./pages/PartPage.tsx')),
  lesson: remember(() => import('./pages/LessonPage.tsx')),
  notebook: remember(() => import('./pages/NotebookPage.tsx')),
  lab: remember(() => import('../widgets/lab/LabRoom.tsx')),
  gallery: remember(() => import('./pages/GalleryPage.tsx')),
  evidence: remember(() => import('./pages/EvidencePage.tsx')),
  glossary: remember(() => import('./pages/GlossaryPage.tsx')),
  help: remember(() => import('./pages/HelpPage.tsx')),
  settings: remember(() => import('./pages/SettingsPage.tsx')),
};

type PageName = keyof typeof pageLoaders;

const isPage = (name: string): name is PageName => Object.hasOwn(pageLoaders, name);

/** Fetches a page ahead; a failure shows itself when the page is rendered. */
export async function loadPage(name: string): Promise<void> {
  if (isPage(name)) await pageLoaders[name]().catch(() => undefined);
}

/** Wraps a loader so that what it has brought can be had at once. */
function remember<M>(load: () => Promise<M>): Loader<M> {
  let module: M | undefined;
  const loader = async () => {
    module = await load();
    return module;
  };
  return Object.assign(loader, { arrived: () => module });
}

export interface Loader<M> {
  (): Promise<M>;
  /** The module, once it has been loaded. */
  readonly arrived: () => M | undefined;
}
