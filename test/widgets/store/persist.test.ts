import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetDatabase, openDatabase } from '../../../src/store/database.ts';
import { createPersistedStore, type PersistedStore } from '../../../src/store/persist.ts';
import type { StateDefinition } from '../../../src/store/savedState.ts';
import { quarantinedRaw, savedRaw, saveRaw } from './savedByHand.ts';

interface Counter {
  count: number;
}

const opened: PersistedStore<Counter>[] = [];
let keys = 0;

function counter(key: string, change: Partial<StateDefinition<Counter>> = {}): PersistedStore<Counter> {
  const store = createPersistedStore<Counter>({
    key,
    version: 1,
    schema: v.strictObject({ count: v.number() }),
    initial: { count: 0 },
    ...change,
  });
  opened.push(store);
  return store;
}

const freshKey = () => `test ${Date.now()} ${keys++}`;
const increment = ({ count }: Counter) => ({ count: count + 1 });

afterEach(() => {
  vi.restoreAllMocks();
  for (const store of opened.splice(0)) store.close();
});

describe('a persisted store', () => {
  it('gives a new page what the earlier one saved', async () => {
    const key = freshKey();
    await counter(key).update(() => ({ count: 7 }));
    const reloaded = counter(key);
    expect(reloaded.getState().status).toBe('loading');
    await reloaded.loaded;
    expect(reloaded.getState()).toMatchObject({ value: { count: 7 }, status: 'ready', saving: false });
  });

  it('shows a change before it is saved, and says that it is being saved', async () => {
    const store = counter(freshKey());
    await store.loaded;
    const saved = store.update(increment);
    expect(store.getState()).toMatchObject({ value: { count: 1 }, saving: true });
    await saved;
    await vi.waitFor(() => expect(store.getState().saving).toBe(false));
  });

  it('keeps a change made before the saved state was read', async () => {
    const key = freshKey();
    await counter(key).update(() => ({ count: 10 }));
    const early = counter(key);
    await early.update(increment);
    expect(early.getState().value).toEqual({ count: 11 });
  });

  it('loses no update of two tabs: 2 × 200 increments are 400', async () => {
    const key = freshKey();
    const [first, second] = [counter(key), counter(key)];
    const all: Promise<void>[] = [];
    for (let i = 0; i < 200; i++) {
      all.push(first.update(increment), second.update(increment));
      if (i % 20 === 0) await Promise.all(all);
    }
    await Promise.all(all);
    expect(await savedRaw(key)).toEqual({ version: 1, value: { count: 400 } });
    await vi.waitFor(() => {
      expect(first.getState().value.count).toBe(400);
      expect(second.getState().value.count).toBe(400);
    });
  });

  it('refuses a change that breaks its own schema', async () => {
    const store = counter(freshKey());
    await expect(store.update(() => ({ count: Number.NaN }))).rejects.toThrow(/number/i);
    expect(store.getState().value).toEqual({ count: 0 });
  });

  it('brings state of an earlier version to the present shape', async () => {
    const key = freshKey();
    await saveRaw(key, { version: 1, value: 5 });
    const store = counter(key, { version: 2, migrate: (value) => ({ count: value }) });
    await store.loaded;
    expect(store.getState()).toMatchObject({ value: { count: 5 }, status: 'ready' });
  });
});

describe('state that cannot be read', () => {
  it.each([
    ['a wrong type', { version: 1, value: { count: 'seven' } }],
    ['an unknown member', { version: 1, value: { count: 1, extra: true } }],
    ['no envelope', 'garbage'],
    ['nothing', null],
  ])('is set aside, reported and exported: %s', async (_what, raw) => {
    const key = freshKey();
    await saveRaw(key, raw);
    const store = counter(key);
    await store.loaded;
    expect(store.getState()).toMatchObject({ value: { count: 0 }, status: 'quarantined' });
    expect(store.getState().problem).toContain('set aside');
    await store.update(increment);
    expect(await quarantinedRaw(key)).toEqual([raw]);
    expect(JSON.parse(await store.exportQuarantined())).toMatchObject([{ key, raw }]);

    const next = counter(key);
    await next.loaded;
    expect(next.getState()).toMatchObject({ value: { count: 1 }, status: 'quarantined' });
    expect(await quarantinedRaw(key)).toHaveLength(1);
    await next.discardQuarantined();
    expect(next.getState().status).toBe('ready');
  });

  it('is set aside when its migration throws', async () => {
    const key = freshKey();
    await saveRaw(key, { version: 1, value: {} });
    const broken = () => {
      throw new Error('no idea');
    };
    const store = counter(key, { version: 2, migrate: broken });
    await store.loaded;
    expect(store.getState().status).toBe('quarantined');
    expect(await store.exportQuarantined()).toContain('no idea');
  });
});

describe('state of a newer version', () => {
  it('is shown read-only and never written over', async () => {
    const key = freshKey();
    const raw = { version: 9, value: { count: 3 } };
    await saveRaw(key, raw);
    const store = counter(key);
    await store.update(increment);
    await store.update(increment);
    expect(store.getState()).toMatchObject({ value: { count: 3 }, status: 'newer' });
    expect(store.getState().problem).toContain('newer version');
    expect(await savedRaw(key)).toEqual(raw);
    expect(await quarantinedRaw(key)).toEqual([]);
  });

  it('is also recognized by the database’s own version', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('newer', 'VersionError');
    });
    forgetDatabase();
    const store = counter(freshKey());
    await store.loaded;
    expect(store.getState().status).toBe('newer');
  });
});

describe('storage that fails', () => {
  it('keeps the value, says so, and saves it once there is room again', async () => {
    const key = freshKey();
    const store = counter(key);
    await store.update(increment);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await store.update(increment);
    await store.update(increment);
    expect(store.getState()).toMatchObject({ value: { count: 3 }, status: 'unsaved' });
    expect(store.getState().problem).toContain('full');
    put.mockRestore();
    expect(await savedRaw(key)).toEqual({ version: 1, value: { count: 1 } });
    await store.retry();
    expect(store.getState()).toMatchObject({ value: { count: 3 }, status: 'ready' });
    expect(await savedRaw(key)).toEqual({ version: 1, value: { count: 3 } });
  });

  it('works in memory where there is no storage, and says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    forgetDatabase();
    const store = counter(freshKey());
    await store.update(increment);
    await store.update(increment);
    expect(store.getState()).toMatchObject({ value: { count: 2 }, status: 'unsaved', saving: false });
    expect(store.getState().problem).toContain('no storage');
    vi.unstubAllGlobals();
  });

  it('opens a new connection after the browser closed the old one, and writes again what it knows', async () => {
    const key = freshKey();
    const store = counter(key);
    await store.update(() => ({ count: 5 }));
    const database = await openDatabase();
    await database.delete('state', key);
    database.close();
    await store.update(increment);
    expect(store.getState().status).toBe('ready');
    expect(await savedRaw(key)).toEqual({ version: 1, value: { count: 6 } });
  });

  it('lets a newer page upgrade the database at once', async () => {
    const database = await openDatabase();
    const closed = vi.spyOn(IDBDatabase.prototype, 'close');
    const event = Object.assign(new Event('versionchange'), { oldVersion: 1, newVersion: 2 });
    database.dispatchEvent(event);
    expect(closed).toHaveBeenCalledOnce();
    forgetDatabase();
  });
});
