import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist, ensureBuilt } from './build.mjs';
import { isMain, root, runMain } from './tool.mjs';

/** JavaScript that the first visit of a lesson may load, gzipped: kilobytes are thousands of bytes. */
export const lessonBudget = 150_000;

/** Cloudflare Pages and others refuse a larger file; docs/hosting.md says what to do about the exception. */
const fileLimit = 25 * 1024 * 1024;
const mayExceed = /^assets\/ort-wasm-.*\.wasm$/;

/** @typedef {{ file: string, imports?: string[] }} Chunk */
/** @typedef {Record<string, Chunk>} Manifest  Vite's: chunks by their source file */

/**
 * A source file and all that it imports statically, as keys of the manifest.
 * @param {Manifest} manifest
 * @param {string} key
 * @param {Set<string>} [seen]
 */
function closure(manifest, key, seen = new Set()) {
  if (seen.has(key)) return seen;
  const chunk = manifest[key];
  if (!chunk)
    throw new Error(
      `size: ${key} is no chunk of its own in the build. Did it move, or is it imported statically?`,
    );
  seen.add(key);
  for (const next of chunk.imports ?? []) closure(manifest, next, seen);
  return seen;
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
  return ['index.html', 'src/app/pages/LessonPage.tsx', lesson, ...widgets];
}

/** Bytes of a built file, gzipped at the level that hosts use. @param {string} file */
const gzipped = (file) => gzipSync(readFileSync(join(dist, file)), { level: 6 }).length;

/**
 * What one lesson costs, without the classic scripts of public/ and without workers: the end-to-end test of
 * the first load measures those with the rest.
 * @param {string} lesson
 * @param {Manifest} manifest
 */
function sizeOfLesson(lesson, manifest) {
  const keys = new Set();
  for (const part of partsOfLesson(lesson)) closure(manifest, part, keys);
  const files = new Set([...keys].map((key) => manifest[key]?.file).filter((file) => file?.endsWith('.js')));
  const sizes = [...files].map((file) => ({ file, bytes: gzipped(file ?? '') }));
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
  const path = join(dist, '.vite', 'manifest.json');
  if (!existsSync(path))
    throw new Error('size: the build wrote no manifest (build.manifest in vite.config.ts).');
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  const lessons = Object.keys(manifest).filter((key) => /^src\/lessons\/part\d+\/.+\.mdx$/.test(key));
  if (lessons.length === 0) return ['the build holds no lesson'];
  const measured = lessons.map((lesson) => sizeOfLesson(lesson, manifest)).sort((a, b) => b.bytes - a.bytes);
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
    ...large.filter(({ file }) => !mayExceed.test(file)).map(({ file }) => `${file} is over 25 MiB`),
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
