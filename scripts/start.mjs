import { ensureInstalled } from './install.mjs';
import { run, runMain } from './tool.mjs';

// npm start, npm run dev, npm run bench. Only Node's own modules are imported before the install.

const [mode, ...rest] = process.argv.slice(2);

await runMain(async () => {
  await ensureInstalled();
  if (mode === '--dev') return run('vite', rest);
  if (mode === '--bench') return run('tsx', ['test/bench/index.ts', ...rest]);
  if (mode !== undefined)
    throw new Error(`unknown option: ${mode} (one of --dev, --bench, or none to serve the build)`);
  await serveBuild();
});

/** Builds when the sources changed, serves dist/ and says where. */
async function serveBuild() {
  const [{ dist, ensureBuilt }, { serve }] = await Promise.all([
    import('./build.mjs'),
    import('./serve.mjs'),
  ]);
  await ensureBuilt();
  const { url, close } = await serve({ dir: dist, port: 4173 });
  console.log(`\nGoodput is at ${url} (Ctrl-C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
}
