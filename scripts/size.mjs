import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist, ensureBuilt } from './build.mjs';
import { moduleChunksFile } from './moduleChunks.mjs';
import { isMain, root, runMain } from './tool.mjs';

/** JavaScript that the first visit of a lesson may load, gzipped: kilobytes are thousands of bytes. */
export const lessonBudget = 150_000;

/** Cloudflare Pages and others refuse a larger file; docs/hosting.md lists those that a host may leave out. */
const fileLimit = 25 * 1024 * 1024;
const hosting = join(root, 'docs', 'hosting.md');

/** Whether docs/hosting.md names the file, without the hash that the build gave it. @param {string} file */
const isListed = (file) =>
  readFileSync(hosting, 'utf8').includes(`\`${file.replace(/-[\w-]{8}(\.\w+)$/, '-…$1')}\``);

/** @typedef {{ file: string, imports?: string[] }} Chunk */
/** @typedef {{ chunks: Map<string, Chunk>, byKey: Record<string, Chunk>, chunkOf: Record<string, string> }} Build */

/** What the build wrote about itself: its chunks by file and by Vite's key, and each source file's chunk. @returns {Build} */
function readBuild() {
  const read = (/** @type {string} */ name) => {
    const path = join(dist, name);
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
    throw new Error(`size: the build wrote no ${name} (see vite.config.ts).`);
  };
  /** @type {Record<string, Chunk>} */
  const byKey = read('.vite/manifest.json');
  const chunks = new Map(Object.values(byKey).map((chunk) => [chunk.file, chunk]));
  return { chunks, byKey, chunkOf: read(moduleChunksFile) };
}

/**
 * A chunk and all that it imports statically, as file names.
 * @param {Build} build
 * @param {string} file
 * @param {Set<string>} files  collects
 */
function addWithImports(build, file, files) {
  if (files.has(file)) return;
  files.add(file);
  for (const key of build.chunks.get(file)?.imports ?? []) {
    const next = build.byKey[key]?.file;
    if (!next) throw new Error(`size: the manifest knows no ${key}, which ${file} imports.`);
    addWithImports(build, next, files);
  }
}

/**
 * The source files whose chunks a lesson's page needs: the start, the page, the text and its widgets.
 * @param {string} lesson  path of its .mdx
 */
function partsOfLesson(lesson) {
  const text = readFileSync(join(root, lesson), 'utf8');
  const named = [...text.matchAll(/^widget:\s*['"]?([\w-]+)|<Widget\b[^>]*\bid=['"]([\w-]+)/gm)];
  const ids = new Set(named.map(([, front, element]) => front ?? element));
  const widgets = [...ids].flatMap((id) => [`src/widgets/${id}/widget.ts`, `src/widgets/${id}/View.tsx`]);
  return ['src/app/main.tsx', 'src/app/mount.tsx', 'src/app/pages/LessonPage.tsx', lesson, ...widgets];
}

/** Bytes of a built file, gzipped at the level that hosts use. @param {string} file */
const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 6 }).length;

/**
 * What one lesson costs, without the classic scripts of public/ and without workers: the end-to-end test of
 * the first load measures those with the rest.
 * @param {string} lesson
 * @param {Build} build
 */
function sizeOfLesson(lesson, build) {
  /** @type {Set<string>} */
  const files = new Set();
  addWithImports(build, build.byKey['index.html']?.file ?? '', files);
  for (const part of partsOfLesson(lesson)) {
    const file = build.chunkOf[part];
    if (!file) throw new Error(`size: ${part} is in no chunk of the build. Did it move?`);
    addWithImports(build, file, files);
  }
  const sizes = [...files]
    .filter((file) => file.endsWith('.js'))
    .map((file) => ({ file, bytes: gzipped(file) }));
  return { lesson, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0), sizes };
}

/** Files of dist/ over the hosts' limit. */
function tooLarge() {
  return readdirSync(dist, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ file: relative(dist, path).replaceAll('\\', '/'), bytes: statSync(path).size }))
    .filter(({ bytes }) => bytes > fileLimit);
}

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Measures, prints, and gives the complaints. @returns {string[]} */
function check() {
  const build = readBuild();
  const lessons = Object.keys(build.chunkOf).filter((path) => /^src\/lessons\/part\d+\/.+\.mdx$/.test(path));
  if (lessons.length === 0) return ['the build holds no lesson'];
  const measured = lessons.map((lesson) => sizeOfLesson(lesson, build)).sort((a, b) => b.bytes - a.bytes);
  console.log(`JavaScript of a lesson's first load, gzip (budget ${kilobytes(lessonBudget)}):`);
  for (const { lesson, bytes } of measured) console.log(`  ${kilobytes(bytes).padStart(9)}  ${lesson}`);
  console.log(`The largest, ${measured[0]?.lesson}:`);
  const largest = (measured[0]?.sizes ?? []).toSorted((a, b) => b.bytes - a.bytes);
  for (const { file, bytes } of largest) console.log(`  ${kilobytes(bytes).padStart(9)}  ${file}`);
  const large = tooLarge();
  for (const { file, bytes } of large)
    console.log(`${file} has ${(bytes / 1024 / 1024).toFixed(1)} MiB: over 25 MiB.`);
  return [
    ...measured
      .filter(({ bytes }) => bytes > lessonBudget)
      .map(({ lesson, bytes }) => `${lesson} loads ${kilobytes(bytes)}: over the budget`),
    ...large
      .filter(({ file }) => !isListed(file))
      .map(({ file }) => `${file} is over 25 MiB, and docs/hosting.md does not list it`),
  ];
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await ensureBuilt();
    const complaints = check();
    for (const complaint of complaints) console.error(`size: ${complaint}`);
    return complaints.length > 0 ? 1 : 0;
  });
}
