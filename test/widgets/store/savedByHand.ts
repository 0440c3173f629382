import { openDatabase } from '../../../src/store/database.ts';

/** What lies in the database under a key, and ways to damage it, as a test needs them. */
export const savedRaw = async (key: string): Promise<unknown> => (await openDatabase()).get('state', key);

export const saveRaw = async (key: string, raw: unknown): Promise<void> => {
  await (await openDatabase()).put('state', raw, key);
};

export const quarantinedRaw = async (key: string): Promise<unknown[]> =>
  (await (await openDatabase()).getAllFromIndex('quarantine', 'key', key)).map(({ raw }) => raw);
