import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { sandboxMetaPolicy } from '../sandboxPolicy.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const notebook = 'src/widgets/notebook';

/** One classic script, and the files that it is made of. */
export interface ClassicScript {
  readonly code: string;
  readonly files: readonly string[];
}

/** The script that the frame makes workers from: module workers fail in opaque origins. */
export const kernelScript = () => classicScript(`${notebook}/kernel/entry.ts`);

/** The script in sandbox.html. */
export const frameScript = () => classicScript(`${notebook}/sandbox/frame.ts`);

/** A script's hash as content policies write it. */
export const policyHash = (code: string) => `sha256-${createHash('sha256').update(code).digest('base64')}`;

/** sandbox.html: a policy and a script. */
export const sandboxPage = (script: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${sandboxMetaPolicy(policyHash(script))}">
<meta name="robots" content="noindex">
<title>Notebook cells</title>
<body><script>${script}</script></body>
</html>
`;

async function classicScript(entry: string): Promise<ClassicScript> {
  const files = new Set<string>();
  const output = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [
      withoutTypeScript,
      {
        name: 'goodput:files-of-script',
        buildEnd() {
          for (const id of this.getModuleIds()) if (id.startsWith('/') || /^\w:/.test(id)) files.add(id);
        },
      },
    ],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      write: false,
      copyPublicDir: false,
      minify: 'oxc',
      // Cells see the engine's functions and errors: their names stay.
      rolldownOptions: {
        output: {
          minify: { mangle: { keepNames: true }, compress: { keepNames: { function: true, class: true } } },
        },
      },
      lib: { entry, formats: ['iife'], name: 'goodput', fileName: 'script' },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output.find((part) => part.type === 'chunk') : undefined;
  if (!chunk) throw new Error(`The bundler gave no script for ${entry}.`);
  return { code: chunk.code.trim(), files: [...files] };
}

/**
 * notebook-kit reads TypeScript cells with the whole TypeScript compiler (0.9 MB compressed). The kernel strips types
 * with Sucrase before it calls notebook-kit, so that module is never called; nor are its parser of Observable's own
 * dialect and its HTML parts.
 */
const withoutTypeScript = {
  name: 'goodput:without-typescript',
  enforce: 'pre' as const,
  resolveId(source: string, importer?: string) {
    const unneeded =
      /^\.\/(typescript|observable|template)\.js$|^\.\.?\/lib\/(notebook|serialize)\.js$|^\.\/javascript\/template\.js$/;
    if (importer?.includes('@observablehq/notebook-kit') && unneeded.test(source)) return unusedModule;
  },
  load(id: string) {
    if (id === unusedModule) return unusedExports;
  },
};

const unusedModule = '\0goodput:unused';
const unusedExports = ['transpileTypeScript', 'transpileObservable', 'transpileTemplate', 'toCell']
  .map((name) => `export function ${name}() { throw new Error('${name} is not part of the kernel'); }`)
  .join('\n');
