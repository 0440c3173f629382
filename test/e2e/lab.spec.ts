import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import { measurementSchema } from '../../src/store/measurements.ts';
import { expectAccessible } from './support/accessible.ts';
import { siteAddress } from './support/addresses.ts';
import { hostThat, withoutIsolation } from './support/host.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';
import { setTheme } from './support/theme.ts';

// A measurement needs both cores of a small machine; side by side they would only measure each other.
test.describe.configure({ mode: 'default', timeout: 120_000 });

const lab = (base = '') => `${base}#/lab/providers`;
const offer = (page: Page, name: string) => page.getByRole('checkbox', { name });
const runButton = (page: Page) => page.getByRole('button', { name: 'Run', exact: true });
const results = (page: Page) => page.getByRole('region', { name: 'Results' });

/** Opens the lab and chooses these rows, 3 seconds of sampling each. */
async function choose(page: Page, address: string, rows: readonly string[]) {
  await page.goto(address);
  for (const name of ['WASM, 1 thread', /WASM, \d+ threads/, 'WebGPU'] as const) {
    const box = page.getByRole('checkbox', { name });
    await expect(box).toBeVisible();
    const wanted = rows.some((row) => (typeof name === 'string' ? row === name : name.test(row)));
    if (await box.isEnabled()) await box.setChecked(wanted);
  }
  await page.getByRole('radio', { name: '3 s' }).check();
}

async function measured(page: Page) {
  await expect(results(page)).toBeVisible({ timeout: 100_000 });
  await expect(results(page)).toBeFocused();
}

test('measures on WASM and WebGPU, keeps both over a reload and sends one to the lesson', async ({
  page,
}) => {
  await choose(page, lab(), ['WASM, 1 thread', 'WebGPU']);
  await runButton(page).click();
  await expect(page.getByRole('progressbar')).toHaveCount(2);
  await measured(page);

  const numbers = page.getByRole('table', { name: /Time of one inference/ });
  for (const name of ['p50', 'p90', 'p95', 'p99', 'mean', 'throughput'])
    await expect(numbers.getByRole('row', { name: new RegExp(`^${name}`) })).toBeVisible();
  await expect(numbers.getByRole('columnheader', { name: /WASM, 1 thread/ })).toBeVisible();
  await expect(numbers.getByRole('columnheader', { name: /WebGPU/ })).toBeVisible();
  await expect(
    results(page)
      .getByText(/software adapter, not comparable/)
      .first(),
  ).toBeVisible();
  await expect(results(page).getByText(/WebGPU .*WASM, 1 thread.*95\u202f% interval/)).toBeVisible();
  const wasm = page.getByRole('article', { name: 'WASM, 1 thread' });
  await expect(wasm.getByText(/passed on the first and the last sample/)).toBeVisible();
  await expect(wasm.getByText(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/)).toBeVisible();
  await expect(wasm.getByText('CPUExecutionProvider')).toBeVisible();
  await expect(
    page.getByRole('article', { name: 'WebGPU' }).getByText('WebGpuExecutionProvider'),
  ).toBeVisible();

  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await expectAccessible(page);
  }
  await screenshots(page, 'lab-results');

  await wasm.getByRole('button', { name: /Send these service times/ }).click();
  await expect(wasm.getByRole('link', { name: /lesson 2\.4/ })).toHaveAttribute(
    'href',
    /^#\/lesson\/2\.4\?.*serviceRate=[\d.]+.*measured=1/,
  );
  const median = await page
    .getByText(/median$/)
    .first()
    .textContent();

  await page.reload();
  await expect(results(page)).toBeVisible();
  expect(
    await page
      .getByText(/median$/)
      .first()
      .textContent(),
  ).toBe(median);
  const saved = page.getByRole('region', { name: 'Saved measurements' });
  await expect(saved.getByRole('listitem')).toHaveCount(2);
  await expect(saved.getByText('in lesson 2.4')).toHaveCount(1);

  const jsonDownload = page.waitForEvent('download');
  await wasm.getByRole('button', { name: 'JSON' }).click();
  const file = JSON.parse(await readFile(await (await jsonDownload).path(), 'utf8'));
  const json = v.parse(measurementSchema, file.measurements[0]);
  const csvDownload = page.waitForEvent('download');
  await wasm.getByRole('button', { name: 'CSV' }).click();
  const csv = await readFile(await (await csvDownload).path(), 'utf8');
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + json.serviceTimes.length);

  await saved.getByRole('button', { name: /Delete WASM/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(saved.getByRole('listitem')).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Saved measurements' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByText('in lesson 2.4')).toHaveCount(0);
});

test('loads no runtime and no model before Run, and cancels at once, leaving no worker and no result', async ({
  page,
}) => {
  const heavy: string[] = [];
  page.on('request', (request) => {
    if (/ort[.-]|\.wasm|\.onnx/.test(request.url())) heavy.push(request.url());
  });
  await choose(page, lab(), ['WASM, 1 thread']);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Which engine/);
  await expect(page.getByText('What happens when you press Run')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await expectAccessible(page);
  }
  await screenshots(page, 'lab-empty');
  expect(heavy).toEqual([]);

  await runButton(page).click();
  await expect(page.getByRole('status').filter({ hasText: /Warming up/ })).toBeVisible({ timeout: 30_000 });
  expect(page.workers().length).toBeGreaterThan(0);
  await expectAccessible(page);
  await screenshots(page, 'lab-running');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^Cancelled\./)).toBeVisible();
  await expect(runButton(page)).toBeEnabled();
  await expect.poll(() => page.workers().length).toBe(0);
  await expect(results(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Saved measurements' })).toHaveCount(0);
});

test('a page that is left while it measures ends the workers', async ({ page }) => {
  await choose(page, lab(), ['WASM, 1 thread']);
  await runButton(page).click();
  await expect(page.getByRole('status').filter({ hasText: /Warming up/ })).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => {
    location.hash = '#/glossary';
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Glossary/);
  // Left to itself the run would last at least two seconds more.
  await expect.poll(() => page.workers().length, { timeout: 1500 }).toBe(0);
});

test('says that there is no adapter where the browser gives none', async ({ playwright }) => {
  const executablePath = await findChromium();
  const args = chromiumFlags.filter((flag) => flag !== '--enable-unsafe-webgpu');
  const browser = await playwright.chromium.launch({ executablePath, args: ['--headless=new', ...args] });
  try {
    const page = await browser.newPage();
    await page.goto(lab(siteAddress()));
    await expect(offer(page, 'WebGPU')).toBeDisabled();
    await expect(page.getByText(/the browser gives no graphics adapter/)).toBeVisible();
    await expect(offer(page, 'WASM, 1 thread')).toBeChecked();
  } finally {
    await browser.close();
  }
});

test('says that there is no WebGPU where the browser has none', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'gpu', { get: () => undefined }));
  await page.goto(lab());
  await expect(offer(page, 'WebGPU')).toBeDisabled();
  await expect(page.getByText(/This browser has no WebGPU/)).toBeVisible();
});

test.describe('on a host that does not do as it should', () => {
  // A service worker would put the headers back or answer from its cache.
  test.use({ serviceWorkers: 'block' });

  test('without isolation headers: one thread with a badge, and the result says so too', async ({ page }) => {
    await using site = await hostThat({ headers: withoutIsolation });
    await choose(page, lab(site.url), ['WASM, 1 thread']);
    await expect(page.getByText('1 thread (not isolated)')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /WASM, \d+ threads/ })).toBeDisabled();
    await expect(page.getByText(/not cross-origin isolated/)).toBeVisible();
    await runButton(page).click();
    await measured(page);
    await expect(results(page).getByText('1 thread (not isolated)', { exact: true })).toBeVisible();
    await expect(results(page).getByText(/Do not compare this with an isolated run/)).toBeVisible();
  });

  test('without wasm-unsafe-eval: says that the site policy blocks WebAssembly, and the rest works', async ({
    page,
    complaints,
  }) => {
    // The lab asks once whether it may compile; the browser reports that it may not.
    complaints.allow(/content policy: script-src blocked wasm-eval|WebAssembly/);
    await using site = await hostThat({
      headers: (_, headers) => ({
        ...headers,
        'content-security-policy': String(headers['content-security-policy']).replace(
          " 'wasm-unsafe-eval'",
          '',
        ),
      }),
    });
    await page.goto(lab(site.url));
    await expect(page.getByText(/WebAssembly blocked by site policy/).first()).toBeVisible();
    await expect(runButton(page)).toBeDisabled();
    await page.goto(`${site.url}#/glossary`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Glossary/);
  });

  test('isolation headers on the page but not on the runtime’s script: after 10 seconds, one thread', async ({
    page,
    complaints,
  }) => {
    // The browser says that it blocked the runtime's thread.
    complaints.allow(/ERR_BLOCKED_BY_RESPONSE|ort\.wasm/);
    await using site = await hostThat({
      headers: (path, headers) =>
        /ort\.wasm\.bundle/.test(path) ? withoutIsolation(path, headers) : headers,
    });
    await choose(page, lab(site.url), ['WASM, 2 threads']);
    await runButton(page).click();
    await expect(page.getByText(/not ready after 10 seconds.*Measured with 1 thread instead/)).toBeVisible({
      timeout: 40_000,
    });
    await measured(page);
    await expect(results(page).getByText(/1 running, 1 asked for/)).toBeVisible();
  });

  for (const [what, pattern] of [
    ['the runtime', /\.wasm$/],
    ['the model', /mlp\.onnx$/],
    ['the model’s card', /mlp\.json$/],
  ] as const)
    test(`HTML in place of ${what}: says so and measures nothing`, async ({ page }) => {
      await using site = await hostThat({ html: pattern });
      await choose(page, lab(site.url), ['WASM, 1 thread']);
      await runButton(page).click();
      await expect(page.getByRole('alert')).toContainText(/an HTML page instead of a model or runtime file/, {
        timeout: 30_000,
      });
      await expect(runButton(page)).toBeEnabled();
      await expectAccessible(page);
      await expect(results(page)).toHaveCount(0);
    });
});

test('lays the measured service times over formula and simulation in lesson 2.4, named with the device', async ({
  page,
}) => {
  await choose(page, lab(), ['WASM, 1 thread']);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const wasm = page.getByRole('article', { name: 'WASM, 1 thread' });
  await wasm.getByRole('button', { name: /Send these service times/ }).click({ timeout: 50_000 });
  await wasm.getByRole('link', { name: /lesson 2\.4/ }).click();
  const widget = page.locator('[data-widget="utilization"]');
  await expect(widget.getByText('measured on this device')).toBeVisible();
  await expect(widget).toContainText(/Fed with [\d,]+ service times measured on Chromium.*WASM 1 thread/);
});
