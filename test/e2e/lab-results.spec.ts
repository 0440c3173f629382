import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { labFile } from '../../src/store/labFile.ts';
import type { Measurement } from '../../src/store/measurements.ts';
import { expectAccessible } from './support/accessible.ts';
import { labResult } from './support/labResult.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';
import { setTheme } from './support/theme.ts';

const wasm = labResult();
const webgpu = labResult({ provider: 'webgpu', name: 'WebGPU', level: 0.9, seed: 2 });
const elsewhere = labResult({
  seed: 3,
  browser: 'Firefox 150',
  createdAt: '2026-11-21T09:00:00.000Z',
  runId: 'elsewhere',
});

const results = (page: Page) => page.getByRole('region', { name: 'Results', exact: true });
const files = (page: Page) => page.getByRole('region', { name: 'Import and export' });

async function importText(page: Page, text: string) {
  const chooser = page.waitForEvent('filechooser');
  await files(page).getByRole('button', { name: 'Import results' }).click();
  await (await chooser).setFiles({
    name: 'results.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
}

const fileOf = (...ones: Measurement[]) => labFile({ measurements: ones, runs: [] });

async function accessibleInBothThemes(page: Page) {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await expectAccessible(page);
  }
}

test('brings results in from a file, says what differs between two, and gives them all out again', async ({
  page,
}) => {
  await page.goto('#/lab/providers');
  await importText(page, fileOf(wasm, webgpu));
  await expect(files(page).getByText('2 results were added: 2 under “Engines”.')).toBeVisible();
  await expect(results(page)).toBeVisible();
  await expect(results(page).getByText(/The configuration c differs \(provider and runtime\)/)).toBeVisible();
  const table = results(page).getByRole('table', { name: /Two results side by side/ });
  await expect(table.getByRole('row', { name: /^Provider/ })).toContainText('differs');
  await expect(table.getByRole('row', { name: /^Batch/ })).toContainText('same');
  for (const name of ['WASM, 1 thread', 'WebGPU'])
    await expect(results(page).getByLabel(`Histogram of ${name}`)).toBeVisible();
  await accessibleInBothThemes(page);
  await screenshots(page, 'lab-imported');

  await importText(page, fileOf(wasm, elsewhere));
  await expect(files(page).getByText('1 result was added: 1 under “Engines”.')).toBeVisible();
  await expect(files(page).getByText('1 was here already.')).toBeVisible();
  const saved = page.getByRole('region', { name: 'Saved measurements' });
  await expect(saved.getByText('imported')).toHaveCount(3);
  for (const box of await saved.getByRole('checkbox').all()) await box.check();
  await results(page).getByLabel('Second').selectOption(elsewhere.id);
  await expect(
    results(page).getByText(/environment e differs \(browser\).*different environments/),
  ).toBeVisible();

  await page.reload();
  const download = page.waitForEvent('download');
  await files(page).getByRole('button', { name: 'Export all results' }).click();
  const exported = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(exported).toMatchObject({ format: 'goodput-lab', version: 1 });
  expect(exported.measurements.map(({ fingerprint }: Measurement) => fingerprint).toSorted()).toEqual(
    [wasm, webgpu, elsewhere].map(({ fingerprint }) => fingerprint).toSorted(),
  );
});

test('refuses a file whose numbers were changed, and keeps everything as it was', async ({ page }) => {
  await page.goto('#/lab/providers');
  const faster = { ...wasm, report: { ...wasm.report, p50: { ...wasm.report.p50, value: 0.001 } } };
  await importText(page, fileOf(webgpu, faster));
  await expect(files(page).getByText(/fingerprint is another. Nothing was changed\./)).toBeVisible();
  await expect(results(page)).toHaveCount(0);
  await importText(page, '<!doctype html><title>Not found</title>');
  await expect(files(page).getByText(/not valid JSON. Nothing was changed\./)).toBeVisible();
  await expectAccessible(page);
});

test('shares a summary as a link: elsewhere they are somebody else’s numbers, and nothing is saved', async ({
  page,
  browser,
}) => {
  await page.goto('#/lab/providers');
  await importText(page, fileOf(wasm));
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('dialog').getByLabel('Link').inputValue();
  expect(link.length).toBeLessThan(1500);

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Somebody else’s numbers');
  await expect(other.getByRole('row', { name: /^p50/ })).toContainText('317');
  await expect(other.getByText(wasm.fingerprint)).toBeVisible();
  await accessibleInBothThemes(other);
  await screenshots(other, 'lab-shared');
  await other.goto(link.replace(/p50=[^&]*/, 'p50=0.1,0.5,0.9'));
  await expect(other.getByRole('status')).toContainText('“p50” cannot be read: it lies outside its interval');
  await other.getByRole('link', { name: 'measure yourself' }).click();
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Lab');
  await expect(other.getByRole('button', { name: 'Export all results' })).toHaveCount(0);
  await context.close();
});

test('prints a report: the numbers and every stamp, without the controls', async ({ page }) => {
  await page.goto('#/lab/providers');
  await importText(page, fileOf(wasm, webgpu));
  await expect(results(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['What to measure', 'Saved measurements', 'Import and export', 'What to try'])
    await expect(page.getByRole('region', { name: gone })).toBeHidden();
  await expect(page.getByRole('button', { name: /Print/ })).toBeHidden();
  for (const { fingerprint } of [wasm, webgpu]) await expect(page.getByText(fingerprint)).toBeVisible();
  await expect(page.getByRole('table', { name: /Time of one inference/ })).toBeVisible();
  await page.setViewportSize({ width: 658, height: 950 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  expect((await page.pdf({ format: 'A4', printBackground: true })).length).toBeGreaterThan(20_000);
});
