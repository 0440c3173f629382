import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { siteAddress } from './support/addresses.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';
import { setTheme } from './support/theme.ts';

// A measurement needs both cores of a small machine; side by side they would only measure each other.
test.describe.configure({ mode: 'default', timeout: 120_000 });

const results = (page: Page) => page.getByRole('region', { name: 'Results', exact: true });
const explained = (page: Page, name: string) =>
  results(page).getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd[1]');

/** Opens an experiment with the shortest sampling. */
async function open(page: Page, experiment: string, engine?: string) {
  await page.goto(`#/lab/${experiment}`);
  await page.getByRole('radio', { name: '1 s' }).check();
  if (engine) await page.getByRole('radio', { name: engine }).check();
}

/** Runs by keyboard, as a reader without a mouse does. */
async function run(page: Page) {
  await page.getByRole('button', { name: 'Run', exact: true }).press('Enter');
  await expect(results(page)).toBeVisible({ timeout: 100_000 });
  await expect(results(page)).toBeFocused();
}

async function accessibleInBothThemes(page: Page) {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await expectAccessible(page);
  }
}

/** From the results on, Tab reaches the picture's crosshair, and arrow keys read it. */
async function readByKeyboard(page: Page, name: RegExp) {
  const crosshair = results(page).getByRole('slider', { name }).first();
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    if (await crosshair.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(crosshair).toBeFocused();
  await page.keyboard.press('Home');
  await expect(crosshair).not.toHaveAttribute('aria-valuetext', /not placed/);
}

test('batch: fits a line through real batches and keeps a and b for the lesson', async ({ page }) => {
  await open(page, 'batch', 'WASM, 1 thread');
  await page.getByRole('radio', { name: '8', exact: true }).check();
  await run(page);
  await readByKeyboard(page, /batch size/);
  const picture = results(page).getByRole('region', { name: 'Cost of a batch' });
  await expect(picture.getByRole('heading', { level: 2 })).toHaveText(/row/);
  await expect(explained(page, 'b, cost of a row')).toHaveText(/\d+(\.\d+)?\u202f[nµm]s.* to /);
  await expect(explained(page, '1/b, ceiling')).toHaveText(/[\d,]+\/s/);
  await expect(picture.getByText(/on the line T\(n\)|ot a straight line/)).toBeVisible();
  for (const size of [1, 2, 4, 8])
    await expect(
      page.getByRole('columnheader', { name: `batch ${size} · WASM, 1 thread`, exact: true }),
    ).toBeVisible();
  await accessibleInBothThemes(page);
  await screenshots(page, 'lab-batch');

  await expect(page.getByRole('textbox', { name: /a and b in seconds/ })).toHaveValue(
    /^\{ fixed: -?[\d.e-]+, perItem: [\d.e-]+ \}$/,
  );
  await page.getByRole('button', { name: 'Use a and b in lesson 4.1' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Kept for lesson 4.1' })).toBeDisabled();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Kept for lesson 4.1' })).toBeDisabled();
  await page
    .getByRole('region', { name: 'Saved measurements' })
    .getByRole('button', { name: /Delete batch 8/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Use a and b in lesson 4.1' })).toBeEnabled();
});

test('batch: runs on WebGPU, and says that a software adapter is not comparable', async ({ page }) => {
  await open(page, 'batch', 'WebGPU');
  await page.getByRole('radio', { name: '8', exact: true }).check();
  await run(page);
  await expect(
    results(page)
      .getByText(/software adapter, not comparable/)
      .first(),
  ).toBeVisible();
  await expect(explained(page, 'a, fixed cost')).toBeVisible();
});

test.describe('precision', () => {
  // A service worker would fetch the cards past the test.
  test.use({ serviceWorkers: 'block' });

  test('on WASM: counts real answers, withholds a format that fails the gate', async ({ page }) => {
    // A tolerance that no 4-bit model can meet.
    await page.route(/mlp-q4\.json$/, async (route) => {
      const response = await route.fetch();
      const card: { reference: { tolerance: object } } = await response.json();
      card.reference.tolerance = { absolute: 1e-6, relative: 0, argmaxAgreement: 1 };
      await route.fulfill({ response, json: card });
    });
    await open(page, 'precision', 'WASM, 1 thread');
    await page.getByRole('radio', { name: '8', exact: true }).check();
    await run(page);
    const table = page.getByRole('table', { name: /Time of one inference of the whole batch/ }).first();
    for (const format of ['fp32', 'fp16', 'int8', 'q8']) {
      const row = table.getByRole('row', { name: new RegExp(`^${format}`) });
      await expect(row).toContainText(/on the processor/);
      // The models have about one wrong answer in ten.
      await expect(row).toContainText(/1[01]\.?\d*\u202f%/);
    }
    const withheld = table.getByRole('row', { name: /^q4/ });
    await expect(withheld).toContainText(/Withheld: the answer failed the gate \(largest difference \d/);
    await expect(withheld).not.toContainText(/[µm]s/);
    await expect(page.getByRole('columnheader', { name: /q4/ })).toHaveCount(0);
    await accessibleInBothThemes(page);
    await screenshots(page, 'lab-precision');
    await page.getByRole('radio', { name: 'Difference' }).check();
    await expect(page.getByText(/as a share of the output’s root mean square/)).toBeVisible();
    await screenshots(page, 'lab-precision-difference');
    await page.reload();
    await expect(table.getByRole('row', { name: /^q4/ })).toContainText('No result of this run is kept.');
  });

  test('on WebGPU: says why fp16 cannot run, and where the int8 nodes ran', async ({ page }) => {
    await open(page, 'precision', 'WebGPU');
    await page.getByRole('radio', { name: '8', exact: true }).check();
    await run(page);
    const table = page.getByRole('table', { name: /Time of one inference of the whole batch/ }).first();
    await expect(table.getByRole('row', { name: /^fp16/ })).toContainText(/Could not run\..*shader-f16/);
    await expect(table.getByRole('row', { name: /^int8/ })).toContainText(/on the processor/);
    await expect(table.getByRole('row', { name: /^fp32/ })).toContainText(/on WebGPU/);
    await screenshots(page, 'lab-precision-webgpu');
  });
});

test('threads: measures each number of threads up to the cores and counts the workers', async ({ page }) => {
  await open(page, 'threads');
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  test.skip(cores < 2, 'one core has no threads to compare');
  const boxes = page.getByRole('group', { name: 'Threads' }).getByRole('checkbox');
  expect(await boxes.count()).toBeLessThanOrEqual(cores);
  // Two counts are enough here, and keep the run short on a machine with many cores.
  for (const box of await boxes.all())
    await box.setChecked(/wasm-[12]$/.test((await box.getAttribute('id')) ?? ''));
  await page.getByRole('radio', { name: '4', exact: true }).check();
  await run(page);
  await readByKeyboard(page, /threads/);
  const proof = page.getByRole('table', { name: /Proof of the threads/ });
  await expect(proof.getByRole('row', { name: /^2/ })).toContainText(
    /the measuring worker and 1 counted beside it/,
  );
  await expect(explained(page, 'S(2), speed-up')).toHaveText(/times.* to /);
  await accessibleInBothThemes(page);
  await screenshots(page, 'lab-threads');
});

test.describe('threads without isolation', () => {
  // It would put the headers back.
  test.use({ serviceWorkers: 'block' });

  test('explains itself and offers nothing to run', async ({ page }) => {
    await page.route(siteAddress(), async (route) => {
      const response = await route.fetch();
      const { 'cross-origin-opener-policy': _opener, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await page.goto('#/lab/threads');
    await expect(page.getByText(/not cross-origin isolated/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveCount(0);
    await accessibleInBothThemes(page);
    await screenshots(page, 'lab-threads-not-isolated');
  });
});
