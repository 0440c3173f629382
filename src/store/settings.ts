import * as v from 'valibot';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

const themes = ['system', 'light', 'dark'] as const;
const motions = ['system', 'reduced'] as const;
const partViews = ['page', 'split'] as const;

export type Theme = (typeof themes)[number];
export type Motion = (typeof motions)[number];
export type PartView = (typeof partViews)[number];

interface Choices {
  readonly theme: Theme;
  /** `reduced` stills everything whatever the system says; nothing can switch motion on against the system. */
  readonly motion: Motion;
  /** A part as one long page, or split into a page for each lesson. */
  readonly partView: PartView;
}

interface Settings extends Choices {
  setTheme(theme: Theme): void;
  setMotion(motion: Motion): void;
  setPartView(partView: PartView): void;
}

const storageKey = 'goodput-settings';

/** Of what is stored, the settings that this version understands. */
const storedSchema = v.object({
  theme: v.fallback(v.optional(v.picklist(themes)), undefined),
  motion: v.fallback(v.optional(v.picklist(motions)), undefined),
  partView: v.fallback(v.optional(v.picklist(partViews)), undefined),
});

/**
 * How the reader wants the page. Kept in localStorage rather than in the database, because `public/theme.js` must
 * read the theme before the first paint; losing it costs one click, so what cannot be read is simply replaced.
 */
export const useSettings = create<Settings>()(
  persist(
    (set) => ({
      theme: 'system',
      motion: 'system',
      partView: 'split',
      setTheme: (theme) => set({ theme }),
      setMotion: (motion) => set({ motion }),
      setPartView: (partView) => set({ partView }),
    }),
    {
      name: storageKey,
      version: 1,
      storage: createJSONStorage(forgivingStorage),
      partialize: ({ theme, motion, partView }): Choices => ({ theme, motion, partView }),
      merge: (stored, settings) => ({ ...settings, ...readable(stored) }),
      migrate: (stored) => stored,
    },
  ),
);

function readable(stored: unknown): Partial<Choices> {
  const checked = v.safeParse(storedSchema, stored);
  if (!checked.success) return {};
  return Object.fromEntries(Object.entries(checked.output).filter(([, value]) => value !== undefined));
}

/** localStorage where there is one and room in it; otherwise the settings last as long as the page. */
function forgivingStorage() {
  const attempt = <R>(act: (storage: Storage) => R, otherwise: R): R => {
    try {
      return act(globalThis.localStorage);
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (name: string) => attempt((storage) => validJson(storage.getItem(name)), null),
    setItem: (name: string, value: string) => attempt((storage) => storage.setItem(name, value), undefined),
    removeItem: (name: string) => attempt((storage) => storage.removeItem(name), undefined),
  };
}

function validJson(text: string | null): string | null {
  if (text !== null) JSON.parse(text);
  return text;
}

function apply({ theme, motion }: Choices): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  if (motion === 'system') delete dataset.motion;
  else dataset.motion = motion;
}

// Workers and tests without a page read settings too.
if (typeof document !== 'undefined') {
  apply(useSettings.getState());
  useSettings.subscribe(apply);
  window.addEventListener('storage', (event) => {
    if (event.key === storageKey) void useSettings.persist.rehydrate();
  });
}
