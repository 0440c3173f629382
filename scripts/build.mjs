import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compress } from './compress.mjs';
import { isMain, root, run, runMain } from './tool.mjs';

/** The folder that is served. */
export const dist = join(root, 'dist');

/** Holds the fingerprint of the sources that dist was built from; written last, removed by the next build. */
const stamp = join(dist, '.vite', 'sources.sha256');

/** Folders and files that no build reads; all else counts as a source, so that nothing is forgotten. */
const ignored =
  /^(\..*|node_modules|dist|test|docs|lint|coverage|test-results|playwright-report|.*\.md|LICENSE)$/;

/** @param {string} folder @returns {string[]} */
const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** A hash of the names and contents of all sources: times of files say nothing after a `git checkout`. */
function sourcesFingerprint() {
  const entries = readdirSync(root, { withFileTypes: true }).filter((entry) => !ignored.test(entry.name));
  const files = entries.flatMap((entry) => {
    const path = join(root, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const content = readFileSync(file);
    hash.update(`${file.slice(root.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Builds dist/ and compresses it. */
export async function build() {
  const sources = sourcesFingerprint();
  const code = await run('vite', ['build']);
  if (code !== 0) throw new Error('The build failed: Vite’s message is above.');
  const started = performance.now();
  const { files, bytes } = await compress(dist);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`compressed ${files} files to ${(bytes / 1e6).toFixed(1)} MB of brotli in ${seconds} s`);
  writeFileSync(stamp, sources);
}

/** Builds unless dist/ was built from the sources as they are now. */
export async function ensureBuilt() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesFingerprint()) return;
  await build();
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    await build();
    return 0;
  });
}
