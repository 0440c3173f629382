import * as v from 'valibot';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { joinAnnouncements } from './announce.ts';
import { NoStorage } from './database.ts';
import {
  changeState,
  discardQuarantined,
  type Found,
  quarantinedStates,
  readState,
  type StateDefinition,
} from './savedState.ts';

export type { StateDefinition } from './savedState.ts';

/**
 * `loading` until the saved state is read · `ready` · `unsaved`: the value lives on this page only, `problem` says
 * why · `newer`: saved by a newer version, read-only · `quarantined`: earlier state could not be read and was set
 * aside; the store works, and the reader can export what was set aside.
 */
export type PersistedStatus = 'loading' | 'ready' | 'unsaved' | 'newer' | 'quarantined';

export interface PersistedState<T> {
  readonly value: T;
  readonly status: PersistedStatus;
  /** What happened, what was kept, what to do; absent when all is well. */
  readonly problem?: string;
  /** True while a change is on its way to the disk. */
  readonly saving: boolean;
}

export interface PersistedStore<T> extends StoreApi<PersistedState<T>> {
  /**
   * Shows a change at once and saves it. `change` must be pure: it is applied again to what is saved, which
   * another tab may have changed meanwhile. Resolves after the attempt; `status` says whether it is saved.
   * Rejects when the changed value breaks the schema.
   */
  update(change: (value: T) => T): Promise<void>;
  /** Tries once more to save what is not saved. */
  retry(): Promise<void>;
  /** State that was set aside, as JSON for a file. */
  exportQuarantined(): Promise<string>;
  /** Throws away what was set aside; the reader's own decision only. */
  discardQuarantined(): Promise<void>;
  /** Settles when the saved state has been read, or could not be. */
  readonly loaded: Promise<void>;
  /** Stops listening and retrying. */
  close(): void;
}

const firstRetry = 5_000;
const lastRetry = 60_000;

interface Pending<T> {
  readonly change: (value: T) => T;
  readonly settle: () => void;
}

/** A store whose value survives reloads, is shared between tabs, and is never silently lost or replaced. */
export function createPersistedStore<T>(definition: StateDefinition<T>): PersistedStore<T> {
  const store = createStore<PersistedState<T>>()(() => ({
    value: definition.initial,
    status: 'loading',
    saving: false,
  }));
  let saved = definition.initial;
  let pending: readonly Pending<T>[] = [];
  let writing: Promise<void> | undefined;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let retryDelay = firstRetry;

  const shown = () => pending.reduce((value, { change }) => attempt(definition, change, value), saved);

  const accept = (found: Found<T>) => {
    if (found.kind === 'newer') {
      for (const { settle } of pending) settle();
      pending = [];
    }
    if (found.kind !== 'missing') saved = found.value ?? definition.initial;
    store.setState({ value: shown(), ...statusOf(found) });
  };

  const fail = (error: unknown) => {
    if (isNewer(error)) return accept({ kind: 'newer', value: saved });
    store.setState({ status: 'unsaved', problem: whyUnsaved(error) });
    if (error instanceof NoStorage) {
      saved = store.getState().value;
      pending = [];
      return;
    }
    clearTimeout(retryTimer);
    retryTimer = setTimeout(retry, retryDelay);
    retryDelay = Math.min(lastRetry, retryDelay * 2);
  };

  const read = async () => {
    try {
      accept(await readState(definition));
    } catch (error) {
      fail(error);
    }
  };

  /** Saves everything pending, one transaction for all that has gathered meanwhile. */
  const write = async () => {
    while (pending.length > 0) {
      const batch = pending;
      try {
        const found = await changeState(definition, saved, (value) =>
          batch.reduce((changed, { change }) => attempt(definition, change, changed), value),
        );
        pending = pending.slice(batch.length);
        accept(found);
        retryDelay = firstRetry;
        if (found.kind === 'valid') others.announce();
        for (const { settle } of batch) settle();
      } catch (error) {
        fail(error);
        for (const { settle } of batch) settle();
        return;
      }
    }
  };

  const flush = (): Promise<void> => {
    clearTimeout(retryTimer);
    if (writing) return writing;
    store.setState({ saving: true });
    writing = write().finally(() => {
      writing = undefined;
      store.setState({ saving: false });
    });
    return writing;
  };

  const retry = () => (pending.length > 0 ? flush() : read());

  const others = joinAnnouncements(definition.key, read);
  const loaded = read();

  const persisted: PersistedStore<T> = {
    ...store,
    loaded,
    update: async (change) => {
      if (store.getState().status === 'newer') return;
      const value = v.parse(definition.schema, change(store.getState().value));
      store.setState({ value });
      const settled = new Promise<void>((settle) => {
        pending = [...pending, { change, settle }];
      });
      void flush();
      await settled;
    },
    retry,
    exportQuarantined: async () => JSON.stringify(await quarantinedStates(definition.key), null, 2),
    discardQuarantined: async () => {
      await discardQuarantined(definition.key);
      await read();
    },
    close: () => {
      clearTimeout(retryTimer);
      others.leave();
      opened.delete(persisted.retry);
    },
  };
  opened.add(persisted.retry);
  return persisted;
}

/** How to save again each store that this page has opened. */
const opened = new Set<() => Promise<void>>();

/** Tries to save whatever is not saved yet, of every store of this page. */
export function saveAll(): Promise<unknown> {
  return Promise.allSettled([...opened].map((save) => save()));
}

/** The store's whole state, in a component. */
export function usePersisted<T>(store: PersistedStore<T>): PersistedState<T> {
  return useStore(store);
}

/** A change that breaks on what another tab has saved is left out rather than allowed to break the rest. */
function attempt<T>(definition: StateDefinition<T>, change: (value: T) => T, value: T): T {
  try {
    const checked = v.safeParse(definition.schema, change(value));
    return checked.success ? checked.output : value;
  } catch {
    return value;
  }
}

function statusOf<T>(found: Found<T>): Pick<PersistedState<T>, 'status' | 'problem'> {
  if (found.kind === 'newer') {
    return {
      status: 'newer',
      problem:
        'This was saved by a newer version of the course. It is shown read-only and nothing is written over it. Reload the page to get the newer version.',
    };
  }
  if (found.quarantined) {
    return {
      status: 'quarantined',
      problem:
        'Earlier saved data could not be read. It was set aside unchanged and you can export it; what you do now is saved as usual.',
    };
  }
  return { status: 'ready', problem: undefined };
}

/** The browser refuses to open a database that a newer page has upgraded. */
function isNewer(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'VersionError';
}

function whyUnsaved(error: unknown): string {
  if (error instanceof NoStorage) {
    return 'Not saved: this browser gives the page no storage (a private window or a sandboxed frame). Everything works until you close the page; export what you want to keep.';
  }
  const name = error instanceof DOMException ? error.name : '';
  const cause =
    name === 'QuotaExceededError'
      ? 'the browser’s storage for this site is full'
      : `the browser did not accept it${name ? ` (${name})` : ''}`;
  return `Not saved: ${cause}. It is kept on this page and tried again; export it before you close the page, or free some space.`;
}
