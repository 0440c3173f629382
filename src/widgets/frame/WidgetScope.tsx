import { createContext, type ReactNode, useContext, useState } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { LiveValue } from './defineWidget.ts';
import type { Instance } from './instance.ts';

/*
 * The widgets of one page. A lesson's formulas, margin and failure table stand outside the widget that they speak
 * of; they reach it here by its id.
 */

interface ScopeState {
  readonly link: string;
  readonly instances: Readonly<Record<string, Instance>>;
  /** Live values of all widgets on the page, by name. */
  readonly live: Readonly<Record<string, LiveValue>>;
  add(id: string, instance: Instance): () => void;
}

const ScopeContext = createContext<StoreApi<ScopeState> | undefined>(undefined);

function createScope(link: string): StoreApi<ScopeState> {
  return createStore<ScopeState>()((set, get) => ({
    link,
    instances: {},
    live: {},
    add: (id, instance) => {
      set({ instances: { ...get().instances, [id]: instance } });
      const publish = () => {
        const { live } = instance.getState();
        set({ live: { ...get().live, ...live } });
      };
      publish();
      const stop = instance.subscribe((state, before) => {
        if (state.live !== before.live) publish();
      });
      return () => {
        stop();
        const { [id]: _gone, ...instances } = get().instances;
        set({ instances });
      };
    },
  }));
}

/** Wraps a page; `link` is the query of its address, whose state the widget that it names opens with. */
export function WidgetScope({ link, children }: { link: string; children: ReactNode }) {
  const [scope, setScope] = useState(() => createScope(link));
  if (scope.getState().link !== link) setScope(createScope(link));
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

export function useScope(): StoreApi<ScopeState> {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error('A widget stands outside a WidgetScope.');
  return scope;
}

/** The instance of a widget on this page; undefined until it has loaded. */
export function useWidget(id: string): Instance | undefined {
  return useStore(useScope(), (state) => state.instances[id]);
}

/** A live value of any widget on this page, by the name that the widget's `live` gives it. */
export function useLive(name: string): LiveValue | undefined {
  return useStore(useScope(), (state) => state.live[name]);
}

/** The part of the page's link meant for this widget: all of it when it names no widget. */
export function useLinkFor(id: string): string {
  const { link } = useScope().getState();
  const named = new URLSearchParams(link.slice(0, 200)).get('widget');
  return named === null || named === id ? link : '';
}
