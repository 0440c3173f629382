import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { labRunSchema } from '../../src/store/labRuns.ts';
import { expectAccessible } from './support/accessible.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';
import { setTheme } from './support/theme.ts';

// A measurement needs both cores of a small machine; side by side they would only measure each other.
test.describe.configure({ mode: 'default', timeout: 120_000 });

const results = (page: Page) => page.getByRole('region', { name: 'Results', exact: true });

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

test('load: serves every load for real, in three layers, keeps the run and exports each request', async ({
  page,
}) => {
  await page.goto('#/lab/load');
  await page.getByRole('radio', { name: 'WASM, 1 thread' }).check();
  await page.getByRole('radio', { name: '1 s', exact: true }).check();
  await run(page);

  const picture = results(page).getByRole('region', { name: 'Latency under load' });
  await expect(picture.getByRole('heading', { level: 2 })).toHaveText(
    /requests wait longer than they are served/,
  );
  const mean = picture.getByRole('group', { name: 'Mean latency against offered load' });
  for (const layer of [/^formula/, /^simulation/, /^this device$/, /^ρ ≥ 1$/])
    await expect(mean.getByText(layer)).toBeVisible();
  const crosshair = picture.getByRole('slider', { name: /offered load/ }).first();
  await crosshair.focus();
  await page.keyboard.press('End');
  await expect(crosshair).toHaveAttribute('aria-valuetext', 'ρ = 1.10');

  const table = results(page).getByRole('table', { name: /Latency is wait and service together/ });
  await expect(table.getByRole('radio')).toHaveCount(8);
  await table.getByRole('radio', { name: 'ρ = 1.1' }).check();
  await expect(results(page).getByText('Every request at ρ = 1.1, in order.')).toBeVisible();
  await expect(results(page).getByText(/From simulation to device at ρ = 1\.1\./)).toBeVisible();
  await expect(results(page).getByRole('term').filter({ hasText: 'Late start' })).toBeVisible();
  await accessibleInBothThemes(page);
  await screenshots(page, 'lab-load');

  const download = page.waitForEvent('download');
  await results(page)
    .getByRole('region', { name: 'Load by load' })
    .getByRole('button', { name: 'JSON' })
    .click();
  const exported = v.parse(labRunSchema, JSON.parse(await readFile(await (await download).path(), 'utf8')));
  if (exported.experiment !== 'load') throw new Error(`exported ${exported.experiment}`);
  expect(exported.points.map(({ load }) => load).toSorted()).toEqual([
    0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1.1,
  ]);
  for (const { scheduled, start, finish } of exported.points)
    expect(start.every((begin, index) => begin >= (scheduled[index] ?? 0) - 0.001)).toBe(finish.length > 0);

  await page.reload();
  await expect(table.getByRole('radio')).toHaveCount(8);
  const saved = page.getByRole('region', { name: 'Saved runs' });
  await expect(saved.getByRole('listitem')).toHaveCount(1);
  await saved.getByRole('button', { name: /Delete separable-conv/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { name: 'What happens when you press Run' })).toBeVisible();
});

test('load: serves WebGPU too, and says that a software adapter is not comparable', async ({ page }) => {
  await page.goto('#/lab/load');
  await page.getByRole('radio', { name: 'WebGPU' }).check();
  await page.getByRole('radio', { name: '1 s', exact: true }).check();
  await run(page);
  const table = results(page).getByRole('table', { name: /Latency is wait and service together/ });
  await expect(table.getByRole('radio')).toHaveCount(8);
  await expect(
    results(page)
      .getByText(/software adapter/i)
      .first(),
  ).toBeVisible();
});

test('cold: starts WASM and WebGPU in fresh workers, tells cold from warm, and says what to keep', async ({
  page,
}) => {
  await page.goto('#/lab/cold');
  await page.getByRole('checkbox', { name: /WASM, \d+ threads/ }).setChecked(false);
  await expect(page.getByRole('checkbox', { name: 'WebGPU' })).toBeChecked();
  await page.getByRole('radio', { name: '1 s', exact: true }).check();
  await run(page);

  const starts = results(page).getByRole('region', { name: 'Starts' });
  await expect(starts.getByRole('heading', { level: 2 })).toHaveText(
    /first answer took .* cold, and .* warm cache/,
  );
  await expect(starts.getByText('software adapter, not comparable')).toBeVisible();
  for (const engine of ['WASM, 1 thread', 'WebGPU'])
    await expect(starts.getByRole('img', { name: `Starts of ${engine}` })).toBeVisible();
  const table = results(page).getByRole('table', { name: /Medians of starts with a warm cache/ });
  // The first start of each runtime in a new browser is cold; four of five are not.
  await expect(table.getByRole('row', { name: /^Compile and start it/ })).toContainText(
    /n = 4: range .* Cold: .* n = 4: range .* Cold:/,
  );
  await expect(table.getByRole('row', { name: /^First run/ })).toContainText(/\d\u202f(µs|ms|s)/);
  const decision = results(page).getByRole('region', { name: 'Keep it or end it' });
  await expect(decision.getByText(/must serve [\d,]+ requests before its start is under/)).toBeVisible();
  await expect(decision.getByRole('row')).toHaveCount(6);
  await accessibleInBothThemes(page);
  await screenshots(page, 'lab-cold');

  await page.reload();
  await expect(starts.getByRole('heading', { level: 2 })).toHaveText(/cold, and/);
  await page.goto('#/lab');
  await expect(page.getByText('Measured here once.')).toBeVisible();
});
