import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import { readFrontMatter } from './frontMatter.ts';

const virtualId = 'virtual:lessons';
const resolvedId = `\0${virtualId}`;
const lessonFile = /[\\/]src[\\/]lessons[\\/]part\d+[\\/][^\\/]+\.mdx$/;

/**
 * Vite plugin behind `virtual:lessons`: the front matter of every written lesson, and nothing of its text, so
 * that the catalogue is small and each lesson stays in a chunk of its own.
 */
export function lessonCatalog(): Plugin {
  let root = process.cwd();
  let served = '';

  const render = () => `export const lessons = ${JSON.stringify(readLessons(root))};`;

  return {
    name: 'goodput:lesson-catalog',
    configResolved(config) {
      root = config.root;
    },
    resolveId(id) {
      return id === virtualId ? resolvedId : undefined;
    },
    load(id) {
      if (id !== resolvedId) return undefined;
      for (const file of lessonFiles(root)) this.addWatchFile(file);
      served = render();
      return served;
    },
    // Prose edits leave the catalogue as it is; only a change of front matter, or of the set of files, touches it.
    hotUpdate({ file, modules }) {
      if (!lessonFile.test(file)) return undefined;
      const catalog = this.environment.moduleGraph.getModuleById(resolvedId);
      if (!catalog || render() === served) return undefined;
      this.environment.moduleGraph.invalidateModule(catalog);
      return [...modules, catalog];
    },
  };
}

/** Metadata of every lesson under `src/lessons/part*`, in course order; throws on bad or repeated front matter. */
export function readLessons(root: string) {
  const lessons = lessonFiles(root).map((path) => ({
    ...readFrontMatter(readFileSync(path, 'utf8'), relative(root, path)),
    file: `/${relative(root, path).split(sep).join('/')}`,
  }));
  const ids = new Set<string>();
  for (const { id, file } of lessons) {
    if (ids.has(id)) throw new Error(`${file}: another lesson already has the id ${id}`);
    ids.add(id);
  }
  return lessons.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

function lessonFiles(root: string): string[] {
  const lessons = join(root, 'src', 'lessons');
  return readdirSync(lessons, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^part\d+$/.test(entry.name))
    .flatMap((part) =>
      readdirSync(join(lessons, part.name))
        .filter((name) => name.endsWith('.mdx'))
        .map((name) => join(lessons, part.name, name)),
    );
}
