import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { endless, giant } from '../fixtures/models/harmful.ts';
import { malformed } from '../fixtures/models/malformed.ts';
import { type Bytes, goodModel } from '../fixtures/models/onnxBytes.ts';
import { expectAccessible } from './support/accessible.ts';
import { siteAddress } from './support/addresses.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';
import { setTheme } from './support/theme.ts';

// A measurement needs both cores of a small machine; side by side they would only measure each other.
test.describe.configure({ mode: 'default', timeout: 120_000 });

const results = (page: Page) => page.getByRole('region', { name: 'Results', exact: true });

async function run(page: Page) {
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await expect(results(page)).toBeVisible({ timeout: 150_000 });
  await expect(results(page)).toBeFocused();
}

async function accessibleInBothThemes(page: Page) {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await expectAccessible(page);
  }
}

test.describe('language', () => {
  async function open(page: Page, engine: string, format?: string) {
    await page.goto('#/lab/language');
    await page.getByRole('radio', { name: '1 s' }).check();
    await page.getByRole('radio', { name: engine }).check();
    await page.getByRole('radio', { name: 'Few' }).check();
    if (format) await page.getByRole('combobox', { name: 'Number format' }).selectOption(format);
  }

  test('times every token on WASM, splits the whole time by its identity, and keeps the run', async ({
    page,
  }) => {
    await open(page, 'WASM, 1 thread');
    await run(page);
    const picture = results(page).getByRole('region', { name: 'How fast it writes' });
    await expect(picture.getByRole('heading', { level: 2 }).first()).toHaveText(
      /first token after .*further/,
    );
    for (const name of [/first token against/, /its place in the text/, /Tokens a second/, /between tokens/])
      await expect(picture.getByRole('group', { name })).toBeVisible();
    const row = picture.getByRole('row', { name: /^16 tokens/ });
    const cells = await row.getByRole('cell').allInnerTexts();
    // TTFT + 7·TPOT and what was measured end to end, as printed.
    expect(cells[2]).toBe(cells[3]?.split('\n')[0]);
    await expect(picture.getByText(/weights are random/)).toBeVisible();
    await expect(picture.getByText(/passed before and after, for every layout and batch/)).toBeVisible();
    await expect(picture.getByText(/prefill rate/)).toBeVisible();
    await accessibleInBothThemes(page);
    await screenshots(page, 'lab-language');

    const title = await picture.getByRole('heading', { level: 2 }).first().innerText();
    await page.reload();
    await expect(results(page).getByRole('heading', { level: 2 }).first()).toHaveText(title);
    const saved = page.getByRole('region', { name: 'Saved runs' });
    await saved.getByRole('button', { name: /^Delete/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(results(page)).toBeHidden();
    await expect(page.getByRole('region', { name: 'What Run does' })).toBeVisible();
  });

  test('says why fp16 cannot run on an adapter without 16-bit floats', async ({ page }) => {
    await open(page, 'WebGPU', 'fp16');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByRole('alert')).toHaveText(/shader-f16/, { timeout: 60_000 });
    await expect(results(page)).toBeHidden();
  });
});

test.describe('own', () => {
  const mlp = fileURLToPath(new URL('../../public/models/mlp.onnx', import.meta.url));
  const asFile = (name: string, bytes: Bytes) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  });
  const choose = async (page: Page, file: string | ReturnType<typeof asFile>) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Choose/ }).press('Enter');
    await (await chooser).setFiles(file);
  };
  const engines = async (page: Page, unwanted: RegExp) => {
    for (const box of await page.getByRole('checkbox', { name: unwanted }).all()) await box.uncheck();
  };

  test('measures a file on WASM and WebGPU, and asks no host for anything', async ({ page }) => {
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    await page.goto('#/lab/own');
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeHidden();
    await choose(page, mlp);
    const facts = page.getByRole('region', { name: 'What the file says' });
    await expect(facts).toContainText('IR version 10, operator set 21');
    await expect(facts).toContainText('[batch, 64]');
    await page.getByRole('textbox', { name: 'batch' }).fill('4');
    await page.getByRole('textbox', { name: 'batch' }).press('Enter');
    await expect(page.getByText('One run takes 1.02 kB in and gives 0.16 kB.')).toBeVisible();
    await accessibleInBothThemes(page);
    await screenshots(page, 'lab-own-ready');
    await page.getByRole('radio', { name: '1 s' }).check();
    await engines(page, /threads/);
    await run(page);
    await expect(page.getByRole('columnheader', { name: 'WASM, 1 thread' }).first()).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'WebGPU' }).first()).toBeVisible();
    await expect(results(page).getByText('mlp.onnx').first()).toBeVisible();
    await expectAccessible(page);
    await screenshots(page, 'lab-own');
    const own = new URL(siteAddress()).origin;
    expect(asked.filter((url) => !url.startsWith(own) && !url.startsWith('blob:'))).toEqual([]);
    // The file was not fetched either: it came from the reader's disk.
    expect(asked.filter((url) => url.includes('mlp.onnx'))).toEqual([]);
  });

  test('takes a dropped file, and refuses dimensions that are too large', async ({ page }) => {
    await page.goto('#/lab/own');
    const bytes = [...goodModel()];
    const transfer = await page.evaluateHandle((content) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(content)], 'dropped.onnx'));
      return data;
    }, bytes);
    const place = page.getByRole('region', { name: 'Model file' });
    await place.dispatchEvent('dragover', { dataTransfer: transfer });
    await place.dispatchEvent('drop', { dataTransfer: transfer });
    await expect(place).toContainText('dropped.onnx');
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeVisible();

    const giantOnes = asFile('large.onnx', giant(600_000_000n, [600_000_000]));
    await choose(page, giantOnes);
    await expect(page.getByRole('alert')).toHaveText(/take 2,400 MB.*Choose smaller dimensions/);
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeHidden();
  });

  test('says what is wrong with a file, stops a model that never ends, and goes on', async ({ page }) => {
    await page.goto('#/lab/own');
    const place = page.getByRole('region', { name: 'Model file' });
    for (const name of ['Git LFS pointer', 'truncated', 'external data by HTTP'] as const) {
      await choose(page, asFile('bad.onnx', malformed[name]!.bytes()));
      await expect(place.getByRole('alert')).toHaveText(malformed[name]!.told);
      await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeHidden();
    }
    await setTheme(page, 'light');
    await expectAccessible(page);
    await choose(page, asFile('endless.onnx', endless()));
    await page.getByRole('radio', { name: '1 s' }).check();
    await engines(page, /threads|WebGPU/);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByRole('alert')).toHaveText(/no answer in time/, { timeout: 40_000 });
    await choose(page, asFile('good.onnx', goodModel()));
    await run(page);
    await expect(results(page).getByText('good.onnx').first()).toBeVisible();
  });
});
