import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What shrinks. Fonts (woff2) and pictures are compressed already. */
const shrinks = /\.(html|js|mjs|css|svg|json|webmanifest|txt|wasm|onnx|csv)$/;
const worthwhile = 1024;

/** Above this many bytes brotli 9 costs seconds and gains 3 %: ONNX Runtime's module takes 0.8 s at quality 6. */
const large = 2_000_000;

/**
 * Writes `.br` and `.gz` beside every file under `folder` that shrinks: our server, nginx (`gzip_static`)
 * and Caddy (`precompressed`) send them as they are.
 * @param {string} folder
 * @returns {Promise<{ files: number, bytes: number }>} how many files, and the sum of their brotli sizes
 */
export async function compress(folder) {
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && shrinks.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('.vite'));
  const sizes = await Promise.all(paths.map(compressFile));
  const written = sizes.filter((size) => size > 0);
  return { files: written.length, bytes: written.reduce((sum, size) => sum + size, 0) };
}

/** @param {string} path @returns {Promise<number>} brotli bytes, 0 when the file is too small to bother */
async function compressFile(path) {
  const content = await readFile(path);
  if (content.length < worthwhile) return 0;
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: content.length > large ? 6 : 9,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    promisify(gzip)(content, { level: 6 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, gzipped)]);
  return brotli.length;
}
