import { loadQuietly } from '../../../loading/loadQuietly.ts';
import type { EngineFolder, Entry } from '../reference/entry.ts';
import { cellVocabulary } from '../reference/vocabulary.ts';

/** Entries by the name that they are members of; what a cell can use by itself is under ''. */
export type Reference = ReadonlyMap<string, readonly Entry[]>;

let loading: Promise<Reference> | undefined;

/** All that completion and signature help know; the engine's part comes when it is first needed. */
export function loadReference(): Promise<Reference> {
  loading ??= loadQuietly(() => import('virtual:engine-calls')).then((loaded) =>
    referenceOf(loaded?.folders ?? []),
  );
  return loading;
}

/** The engine's folders and what they pass on, and the words that cells have besides. */
export function referenceOf(folders: readonly EngineFolder[]): Reference {
  const own = new Map(folders.map(({ name, entries }) => [name, entries]));
  const folderEntries = folders.map(
    ({ name, entries }): Entry => ({
      name,
      kind: 'folder',
      signature: `engine.${name}`,
      prose: entries
        .slice(0, mostNamed)
        .map((entry) => entry.name)
        .join(', ')
        .concat(entries.length > mostNamed ? ' …' : ''),
    }),
  );
  const complete = folders.map(({ name, entries, passedOn }): [string, readonly Entry[]] => [
    name,
    [...entries, ...passedOn.flatMap((passed) => find(own, passed.folder, passed.name) ?? [])],
  ]);
  const { '': words = [], ...members } = cellVocabulary((folder, name) => find(own, folder, name));
  return new Map([
    ...complete,
    ...Object.entries(members),
    ['engine', folderEntries],
    ['', [...words, ...folderEntries]],
  ]);
}

const mostNamed = 12;

const find = (entries: Reference, owner: string, name: string): Entry | undefined =>
  entries.get(owner)?.find((entry) => entry.name === name);

/** What the reference says of a name. */
export function lookUp(reference: Reference, owner: string, name: string): Entry | undefined {
  return find(reference, owner, name);
}
