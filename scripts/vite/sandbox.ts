import type { Plugin } from 'vite';
import { sandboxHeaders } from '../headers.mjs';
import { frameHash } from '../sandboxHash.mjs';
import { sandboxPolicy } from '../sandboxPolicy.mjs';
import { type ClassicScript, frameScript, kernelScript, policyHash, sandboxPage } from './sandboxBundle.ts';

const kernelModule = 'virtual:notebook-kernel';
const developmentKernel = 'notebook-kernel.js';

/**
 * Vite plugin: `sandbox.html` beside `index.html`, and the kernel as a file of its own whose address
 * `virtual:notebook-kernel` exports. While developing both are bundled when they are asked for.
 */
export function sandbox(): Plugin {
  const scripts = { kernel: remembered(kernelScript), frame: remembered(frameScript) };
  let isBuild = false;
  let base = '/';
  return {
    name: 'goodput:sandbox',
    configResolved(config) {
      isBuild = config.command === 'build';
      base = config.base;
    },
    resolveId: (source) => (source === kernelModule ? `\0${kernelModule}` : undefined),
    async load(id) {
      if (id !== `\0${kernelModule}`) return;
      if (!isBuild) return `export default ${JSON.stringify(base + developmentKernel)};`;
      const { code, files } = await scripts.kernel.get();
      for (const file of files) this.addWatchFile(file);
      const reference = this.emitFile({ type: 'asset', name: 'notebook-kernel.js', source: code });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    async generateBundle() {
      const { code } = await scripts.frame.get();
      if (policyHash(code) !== frameHash)
        this.error(
          'The script of sandbox.html has changed: npm run headers writes its hash into the policy.',
        );
      this.emitFile({ type: 'asset', fileName: 'sandbox.html', source: sandboxPage(code) });
    },
    configureServer(server) {
      server.watcher.on('change', (file) => {
        for (const script of Object.values(scripts)) script.forget(file);
      });
      server.middlewares.use(async (request, response, next) => {
        const path = request.url?.replace(/[?#].*$/, '').slice(base.length);
        try {
          if (path === developmentKernel) {
            response.setHeader('Content-Type', 'text/javascript').end((await scripts.kernel.get()).code);
          } else if (path === 'sandbox.html') {
            const { code } = await scripts.frame.get();
            const policy = { 'Content-Security-Policy': sandboxPolicy(policyHash(code)) };
            for (const [name, value] of Object.entries({ ...sandboxHeaders, ...policy }))
              response.setHeader(name, value);
            response.setHeader('Content-Type', 'text/html;charset=utf-8').end(sandboxPage(code));
          } else next();
        } catch (error) {
          next(error);
        }
      });
    },
  };
}

/** Bundles once, and again after one of the script's files has changed. */
function remembered(bundle: () => Promise<ClassicScript>) {
  let script: Promise<ClassicScript> | undefined;
  return {
    get: () => {
      script ??= bundle();
      script.catch(() => {
        script = undefined;
      });
      return script;
    },
    forget: async (file: string) => {
      if ((await script)?.files.includes(file)) script = undefined;
    },
  };
}
