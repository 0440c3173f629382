import { readdirSync } from 'node:fs';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './scripts/chromium.mjs';
import { siteHeaders } from './scripts/headers.mjs';

const executablePath = await findChromium();
const { 'Content-Security-Policy': _policy, ...isolation } = siteHeaders;

const lazyPackages = [
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/lang-javascript',
  '@codemirror/lang-markdown',
  '@codemirror/language',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/highlight',
  'react-markdown',
  'remark-gfm',
  'remark-math',
  'temml',
];

const enough = { lines: 95, branches: 95 };
const engineFolders = readdirSync(new URL('src/engine', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'engine',
          include: ['test/{engine,scripts}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test/seed.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: './vite.config.ts',
        server: { headers: isolation },
        // Packages behind lazy imports: found in the middle of a run, they would reload the page under the tests.
        optimizeDeps: { include: lazyPackages },
        test: {
          name: 'widgets',
          include: ['test/widgets/**/*.test.{ts,tsx}'],
          setupFiles: ['test/seed.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: chromiumFlags } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
    coverage: {
      provider: 'custom',
      customProviderModule: './scripts/reachableCoverage/index.mjs',
      include: ['src/engine/**'],
      reporter: ['text-summary', 'json'],
      reportsDirectory: '.cache/coverage',
      thresholds: Object.fromEntries(engineFolders.map((folder) => [`src/engine/${folder}/**`, enough])),
    },
  },
});
