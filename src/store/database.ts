import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** One store's saved state. The version is the store's own, not the database's. */
export interface SavedState {
  readonly version: number;
  readonly value: unknown;
}

/** A copy of saved state that could not be read, kept until the reader discards it. */
export interface QuarantinedState {
  readonly key: string;
  readonly reason: string;
  /** When it was found, ISO 8601. */
  readonly time: string;
  readonly raw: unknown;
}

interface Schema extends DBSchema {
  state: { key: string; value: unknown };
  quarantine: { key: number; value: QuarantinedState; indexes: { key: string } };
}

export type Database = IDBPDatabase<Schema>;

/** Thrown where the browser gives the page no storage at all: private windows, sandboxed frames. */
export class NoStorage extends Error {}

const databaseName = 'goodput';
const databaseVersion = 1;
let opened: Promise<Database> | undefined;

/**
 * The one connection of this page, opened on first use and again after the browser closed it (site data cleared,
 * process restarted). Lets go at once when a newer version of the page wants to upgrade, so that it never waits.
 */
export function openDatabase(): Promise<Database> {
  if (opened) return opened;
  const opening = open();
  opened = opening;
  opening.catch(() => {
    if (opened === opening) opened = undefined;
  });
  return opening;
}

/** Forgets a connection that has turned out to be closed; the next use opens a new one. */
export function forgetDatabase(): void {
  opened = undefined;
}

async function open(): Promise<Database> {
  if (!storageIsOffered()) throw new NoStorage('This browser gives the page no storage.');
  return await openDB<Schema>(databaseName, databaseVersion, {
    upgrade(database) {
      database.createObjectStore('state');
      const quarantine = database.createObjectStore('quarantine', { autoIncrement: true });
      quarantine.createIndex('key', 'key');
    },
    blocking(_current, _blocked, event) {
      forgetDatabase();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forgetDatabase,
  });
}

function storageIsOffered(): boolean {
  try {
    return globalThis.indexedDB !== undefined && globalThis.indexedDB !== null;
  } catch {
    // In a sandboxed frame even reading the property throws.
    return false;
  }
}
