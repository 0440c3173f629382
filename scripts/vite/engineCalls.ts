import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { EngineFolder, Entry } from '../../src/widgets/notebook/editor/reference/entry.ts';
import type { Declaration } from '../build-engine-docs/declarations.ts';
import { type Folder, readSurface } from '../build-engine-docs/surface.ts';

const virtualId = 'virtual:engine-calls';
const resolvedId = `\0${virtualId}`;

/**
 * Vite plugin behind `virtual:engine-calls`: what the engine's comments say of each public call, for the notebook's
 * completion. It is read from the sources by the code that writes docs/engine.md.
 */
export function engineCalls(): Plugin {
  let engine = '';
  return {
    name: 'goodput:engine-calls',
    configResolved(config) {
      engine = join(config.root, 'src', 'engine');
    },
    resolveId(id) {
      return id === virtualId ? resolvedId : undefined;
    },
    load(id) {
      if (id !== resolvedId) return undefined;
      for (const file of sourceFiles(engine)) this.addWatchFile(file);
      // A string that is parsed starts faster than a literal of this size.
      return `export const folders = JSON.parse(${JSON.stringify(JSON.stringify(readEngineCalls(engine)))});`;
    },
    hotUpdate({ file, modules }) {
      const calls = this.environment.moduleGraph.getModuleById(resolvedId);
      if (!calls || relative(engine, file).startsWith(`..${sep}`)) return undefined;
      this.environment.moduleGraph.invalidateModule(calls);
      return [...modules, calls];
    },
  };
}

/** The public calls, classes and values of the engine by folder. */
export function readEngineCalls(engine: string): EngineFolder[] {
  const surface = readSurface(engine);
  const types = new Map(
    surface.flatMap(({ declarations }) =>
      declarations.filter(({ kind }) => kind === 'type').map((type) => [type.name, type] as const),
    ),
  );
  return surface.map((folder) => ({
    name: folder.name,
    entries: entriesOf(folder, types),
    passedOn: folder.passedOn,
  }));
}

const entriesOf = ({ declarations }: Folder, types: ReadonlyMap<string, Declaration>): Entry[] =>
  declarations.flatMap(({ name, kind, signature, prose, examples }) => {
    if (kind === 'type') return [];
    const named = kind === 'call' ? typesOfParameters(signature, types) : [];
    return [
      {
        name,
        kind,
        signature: kind === 'call' ? callSignature(signature) : signature,
        prose: firstParagraph(prose),
        ...(examples[0] && { example: examples[0] }),
        ...(named.length > 0 && { types: named }),
      },
    ];
  });

/** One line for each overload: the editor breaks it where its window ends. */
const callSignature = (signature: string): string =>
  signature
    .replaceAll(/^function /gm, '')
    .replaceAll(/\n(?:\s+|(?=[)}]))/g, ' ')
    .replaceAll('( ', '(')
    .replaceAll(/[,;]? (?=\))/g, '')
    .replaceAll(/[,;] (?=\})/g, ' ');

/**
 * What `options: HpaOptions` leaves open: the declarations of the interfaces that the parameters name. One with methods,
 * such as a law, is left out: it comes from another call, and nobody writes its fields.
 */
const typesOfParameters = (signature: string, types: ReadonlyMap<string, Declaration>): string[] => {
  const parameters = signature.replaceAll(/\): [^\n]*$/gm, '');
  const names = new Set(parameters.match(/\b[A-Z]\w+/g));
  return [...names].flatMap((name) => {
    const declared = types.get(name)?.signature;
    return declared?.startsWith('interface') && !/^ {2}\w+\(/m.test(declared) ? [declared] : [];
  });
};

/** Up to the first empty line or tag, as one line of text. */
const firstParagraph = (prose: string): string =>
  (prose.split(/\n\s*\n|\n(?=@)/)[0] ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
