import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('../../.cache/bench', import.meta.url));
const source = (name: string): string => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));

/**
 * Bundles the cases as the site bundles the engine, one file for Node and one that is a worker, so that both measure the code
 * that readers get. Gives their paths.
 */
export async function bundle(): Promise<{ cases: string; worker: string }> {
  for (const name of ['cases', 'worker']) {
    await build({
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: 'es2022',
        lib: { entry: source(name), formats: ['es'], fileName: name },
      },
    });
  }
  return { cases: `${folder}/cases.js`, worker: `${folder}/worker.js` };
}
