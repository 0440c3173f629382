import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './scripts/chromium.mjs';
import { siteHeaders } from './scripts/headers.mjs';

const executablePath = await findChromium();
const { 'Content-Security-Policy': _policy, ...isolation } = siteHeaders;

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
    coverage: { provider: 'v8', include: ['src/engine/**'] },
  },
});
