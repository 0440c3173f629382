import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.mjs';
import type { CaseName, Measured } from './cases.ts';

const origin = 'https://bench.test';

/** The cases in a worker of headless Chromium. The page and the worker's file are handed out by the test itself. */
export async function measureInChromium(worker: string): Promise<Record<CaseName, Measured>> {
  const script = await readFile(worker, 'utf8');
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags });
  try {
    const page = await browser.newPage();
    const headers = {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }; // an isolated page has the fine clock
    await page.route(`${origin}/`, (route) => route.fulfill({ headers, contentType: 'text/html', body: '' }));
    await page.route(`${origin}/worker.js`, (route) =>
      route.fulfill({ headers, contentType: 'text/javascript', body: script }),
    );
    await page.goto(`${origin}/`);
    return await page.evaluate(
      () =>
        new Promise<Record<CaseName, Measured>>((resolve, reject) => {
          const background = new Worker('worker.js', { type: 'module' });
          background.addEventListener('message', ({ data }) => resolve(data));
          background.addEventListener('error', ({ message }) => reject(new Error(message)));
        }),
    );
  } finally {
    await browser.close();
  }
}
