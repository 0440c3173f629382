import { relative, sep } from 'node:path';

/** Where the build writes down which chunk holds which source file. */
export const moduleChunksFile = '.vite/modules.json';

/**
 * Vite plugin: a source file's chunk by name. Vite's own manifest names only files that are a chunk of their own,
 * and the bundler may lay a lazy file into a shared chunk. scripts/size.mjs needs all.
 * @returns {import('vite').Plugin}
 */
export function moduleChunks() {
  let root = process.cwd();
  return {
    name: 'goodput:module-chunks',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      /** @type {Record<string, string>} */
      const chunks = {};
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        for (const id of output.moduleIds) chunks[relative(root, id).split(sep).join('/')] = output.fileName;
      }
      this.emitFile({ type: 'asset', fileName: moduleChunksFile, source: JSON.stringify(chunks) });
    },
  };
}
