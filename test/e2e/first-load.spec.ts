import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';
import { lessonBudget } from '../../scripts/size.mjs';
import { expect, test } from './support/test.ts';

/** Loads a lesson with an empty cache and gives its JavaScript, gzipped, and every address that it asked for. */
async function load(page: Page, route: string, widget: string) {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(`./${route}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator(`#widget-${widget} svg`).first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const scripts = responses.filter((response) => /\.m?js$/.test(new URL(response.url()).pathname));
  const sizes = await Promise.all(
    scripts.map(async (response) => {
      const body = await response.body();
      return {
        file: new URL(response.url()).pathname,
        bytes: gzipSync(body, { level: 6 }).length,
        // Every chunk with ONNX Runtime in it names the runtime's module.
        holdsRuntime: body.includes('ort-wasm'),
      };
    }),
  );
  return { sizes, addresses: responses.map((response) => response.url()) };
}

test('the first load of a lesson keeps to its budget and leaves ONNX Runtime alone', async ({ page }) => {
  const { sizes, addresses } = await load(page, '#/lesson/2.4', 'utilization');
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const listed = sizes.toSorted((a, b) => b.bytes - a.bytes).map(({ file, bytes }) => `${bytes} ${file}`);
  expect(total, `${total} bytes:\n${listed.join('\n')}`).toBeLessThanOrEqual(lessonBudget);
  expect(total).toBeGreaterThan(30_000);
  expect(sizes.filter(({ holdsRuntime }) => holdsRuntime)).toEqual([]);
  expect(addresses.filter((address) => /\bort[.-]|onnx|\.wasm/.test(address))).toEqual([]);
});
