import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { type Declaration, readDeclarations } from './declarations.ts';

/** A folder of the engine and what it makes public, in the order of its index. */
export interface Folder {
  name: string;
  declarations: Declaration[];
  /** Names that another folder holds and that this one passes on, such as simulate's laws. */
  passedOn: { name: string; folder: string }[];
}

/** The public surface: from the engine's index to the folders, to their indexes, to the declarations. */
export function readSurface(engine: string): Folder[] {
  const folders = exportsOf(join(engine, 'index.ts')).flatMap(({ namespace, file }) =>
    namespace ? [{ name: namespace, index: file }] : [],
  );
  const read = remembering(readDeclarations);
  return folders.map(({ name, index }) => {
    const folder: Folder = { name, declarations: [], passedOn: [] };
    for (const { file, names, typeOnly } of exportsOf(index)) {
      const home = folders.find(
        (other) => other.name !== name && file.startsWith(`${dirname(other.index)}/`),
      );
      for (const exported of names) {
        const declaration = read(file).get(exported);
        if (!declaration) throw new Error(`${index} exports ${exported}, which ${file} does not declare`);
        if (!home)
          folder.declarations.push(typeOnly.has(exported) ? { ...declaration, kind: 'type' } : declaration);
        else if (declaration.kind !== 'type') folder.passedOn.push({ name: exported, folder: home.name });
      }
    }
    return folder;
  });
}

/** For the length of one reading: several indexes name the same file. */
const remembering = <Value>(read: (file: string) => Value): ((file: string) => Value) => {
  const known = new Map<string, Value>();
  return (file) => {
    const value = known.get(file) ?? read(file);
    known.set(file, value);
    return value;
  };
};

interface Export {
  file: string;
  /** Of `export * as name from`. */
  namespace?: string;
  /** Of `export { a, b } from`. */
  names: string[];
  /** Those of them that only types may use, such as a class whose instances others make. */
  typeOnly: Set<string>;
}

const exportsOf = (index: string): Export[] => {
  const { program } = parseSync(index, readFileSync(index, 'utf8'));
  return program.body.flatMap((statement): Export[] => {
    if (statement.type === 'ExportAllDeclaration' && statement.exported?.type === 'Identifier') {
      return [
        {
          file: join(dirname(index), statement.source.value),
          namespace: statement.exported.name,
          names: [],
          typeOnly: new Set(),
        },
      ];
    }
    if (statement.type !== 'ExportNamedDeclaration' || !statement.source) return [];
    const file = join(dirname(index), statement.source.value);
    const specifiers = statement.specifiers.flatMap(({ exported, exportKind }) =>
      exported.type === 'Identifier' ? [{ name: exported.name, type: exportKind === 'type' }] : [],
    );
    const typeOnly = specifiers
      .filter(({ type }) => type || statement.exportKind === 'type')
      .map(({ name }) => name);
    return [{ file, names: specifiers.map(({ name }) => name), typeOnly: new Set(typeOnly) }];
  });
};
