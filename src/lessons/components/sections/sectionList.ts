import { createContext, useContext } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** A heading of the page, for its outline. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly heading: HTMLElement;
}

export interface SectionList {
  readonly sections: readonly Section[];
  add(section: Section): () => void;
}

/** The headings now on the page, in its order, whichever component has put them there. */
export function createSectionList(): StoreApi<SectionList> {
  return createStore<SectionList>()((set, get) => ({
    sections: [],
    add: (section) => {
      set({ sections: [...get().sections, section].sort(inPageOrder) });
      return () => set({ sections: get().sections.filter((other) => other !== section) });
    },
  }));
}

const SectionContext = createContext<StoreApi<SectionList> | undefined>(undefined);

export const SectionProvider = SectionContext.Provider;

/** Undefined where a component stands outside a lesson page. */
export const useSectionList = () => useContext(SectionContext);

function inPageOrder(a: Section, b: Section): number {
  return a.heading.compareDocumentPosition(b.heading) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
