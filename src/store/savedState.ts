import * as v from 'valibot';
import { forgetDatabase, openDatabase, type QuarantinedState } from './database.ts';

/** What a store says about the state that it keeps. */
export interface StateDefinition<T> {
  /** Name under which the state is saved. */
  readonly key: string;
  /** Raised when the shape changes in a way that an older page could not read. */
  readonly version: number;
  readonly schema: v.GenericSchema<unknown, T>;
  readonly initial: T;
  /** Brings a value saved by an earlier version to the present shape; the schema checks what it returns. */
  readonly migrate?: (value: unknown, from: number) => unknown;
}

/** What lies under the key. A `newer` value is there when this version happens to understand it. */
export type Found<T> =
  | { readonly kind: 'missing'; readonly quarantined: boolean }
  | { readonly kind: 'valid'; readonly value: T; readonly quarantined: boolean }
  | { readonly kind: 'newer'; readonly value: T | undefined };

/**
 * Reads the saved state. State that cannot be read is moved under quarantine in the same transaction: either the
 * copy is safe and the key is free, or nothing has changed.
 */
export function readState<T>(definition: StateDefinition<T>): Promise<Found<T>> {
  return inTransaction((transaction) => examine(definition, transaction));
}

/**
 * Applies a change to what is saved now, not to what this page last saw, in one transaction: two pages that
 * change the same state at once both keep their change. `base` stands in where nothing is saved.
 */
export function changeState<T>(
  definition: StateDefinition<T>,
  base: T,
  change: (value: T) => T,
): Promise<Found<T>> {
  return inTransaction(async (transaction) => {
    const found = await examine(definition, transaction);
    if (found.kind === 'newer') return found;
    const value = change(found.kind === 'valid' ? found.value : base);
    await transaction.objectStore('state').put({ version: definition.version, value }, definition.key);
    return { kind: 'valid', value, quarantined: found.quarantined };
  });
}

/** Copies that were set aside for one key, oldest first. */
export async function quarantinedStates(key: string): Promise<readonly QuarantinedState[]> {
  return await (await openDatabase()).getAllFromIndex('quarantine', 'key', key);
}

export function discardQuarantined(key: string): Promise<void> {
  return inTransaction(async (transaction) => {
    const quarantine = transaction.objectStore('quarantine');
    for (const id of await quarantine.index('key').getAllKeys(key)) await quarantine.delete(id);
  });
}

type Transaction = Awaited<ReturnType<typeof begin>>;

async function begin() {
  const stores: ('state' | 'quarantine')[] = ['state', 'quarantine'];
  const database = await openDatabase();
  try {
    return database.transaction(stores, 'readwrite');
  } catch (error) {
    // The browser closed the connection under us (site data cleared): the next one is new.
    if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    forgetDatabase();
    return (await openDatabase()).transaction(stores, 'readwrite');
  }
}

async function inTransaction<R>(work: (transaction: Transaction) => Promise<R>): Promise<R> {
  const transaction = await begin();
  // Watched from the start: an abort would otherwise be reported a second time as an unhandled rejection.
  const done = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await work(transaction);
    const failed = await done;
    if (failed) throw failed.error;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    throw error;
  }
}

const envelope = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(0)), value: v.unknown() });

async function examine<T>(definition: StateDefinition<T>, transaction: Transaction): Promise<Found<T>> {
  const state = transaction.objectStore('state');
  const quarantine = transaction.objectStore('quarantine');
  const raw = await state.get(definition.key);
  const waiting = (await quarantine.index('key').count(definition.key)) > 0;
  if (raw === undefined) return { kind: 'missing', quarantined: waiting };
  const understood = understand(definition, raw);
  if (understood.kind === 'newer') return understood;
  if (understood.kind === 'valid') return { ...understood, quarantined: waiting };
  await quarantine.add({
    key: definition.key,
    reason: understood.reason,
    time: new Date().toISOString(),
    raw,
  });
  await state.delete(definition.key);
  return { kind: 'missing', quarantined: true };
}

type Understood<T> =
  | { readonly kind: 'valid'; readonly value: T }
  | { readonly kind: 'newer'; readonly value: T | undefined }
  | { readonly kind: 'unreadable'; readonly reason: string };

function understand<T>(definition: StateDefinition<T>, raw: unknown): Understood<T> {
  const wrapped = v.safeParse(envelope, raw);
  if (!wrapped.success) return { kind: 'unreadable', reason: 'it is not saved state of this course' };
  const { version, value } = wrapped.output;
  if (version > definition.version) {
    const checked = v.safeParse(definition.schema, value);
    return { kind: 'newer', value: checked.success ? checked.output : undefined };
  }
  try {
    const { migrate } = definition;
    const present = version < definition.version && migrate ? migrate(value, version) : value;
    const checked = v.safeParse(definition.schema, present);
    if (checked.success) return { kind: 'valid', value: checked.output };
    const [issue] = checked.issues;
    return { kind: 'unreadable', reason: `${v.getDotPath(issue) ?? 'the whole'}: ${issue.message}` };
  } catch (error) {
    return { kind: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
