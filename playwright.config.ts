import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/chromium.mjs';

// The browser is the machine's own Chromium; the site is the build, served with its real headers.

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './test/e2e/support/serveBuild.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    headless: true,
    trace: 'off',
    screenshot: 'off',
    video: 'off',
    serviceWorkers: 'allow',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: await findChromium(), args: ['--headless=new', ...chromiumFlags] },
  },
});
