import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';

const widget = (page: Page) => page.locator('[data-widget="latency-distribution"]');

/** The lesson with its widget's first result. */
async function open(page: Page) {
  await page.goto('./#/lesson/2.2');
  await expect(page.getByRole('heading', { level: 1, name: 'The latency distribution' })).toBeVisible();
  await expect(widget(page)).toContainText('p95 of 1,000 requests is');
}

test('reads from question to sources, accessibly, with the numbers of the widget in its text', async ({
  page,
}) => {
  await open(page);
  for (const name of ['Play', 'The formulas', 'Decide', 'Break it', 'The contract', 'Checklist', 'Sources']) {
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  }
  await expect(page.getByText('Now that is sample 950 of 1,000.')).toBeVisible();
  await expectAccessible(page);
  await screenshots(page, 'lesson-2.2');
});

test('asks for a prediction before it tells', async ({ page }) => {
  await open(page);
  await expect(page.getByText('At 300 ms both replicas have answered')).toBeHidden();
  await page.getByRole('radio', { name: '200 ms, their average' }).check();
  await page.getByRole('button', { name: 'Commit and compare' }).click();
  await expect(page.getByText('At 300 ms both replicas have answered')).toBeVisible();
});

test('moves the SLO by keyboard into the interval: inconclusive, with how many samples would do', async ({
  page,
}) => {
  await open(page);
  const slo = page.getByRole('slider', { name: 'SLO, latency limit' });
  await expect(widget(page)).toContainText('accept');
  await slo.focus();
  for (let press = 0; press < 7; press++) await slo.press('ArrowLeft');
  await expect(widget(page)).toContainText('inconclusive');
  await expect(widget(page)).toContainText(/collect more samples: about [\d,]+ in all/);
});

test('drags the SLO with the mouse', async ({ page }) => {
  await open(page);
  const slo = page.getByRole('slider', { name: 'SLO, latency limit' });
  await slo.scrollIntoViewIfNeeded();
  const box = await slo.locator('rect').last().boundingBox();
  if (!box) throw new Error('the SLO has no line to grip');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 3];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => Number(await slo.getAttribute('aria-valuenow'))).toBeLessThan(200);
});

test('every fault button of the table injects its failure, and it can be undone', async ({ page }) => {
  await open(page);
  const rows = page.getByRole('table').filter({ hasText: 'Mitigation' }).getByRole('row');
  const shows = [
    ['The target stalls', 'never sent'],
    ['Collection pauses', 'reject'],
    ['One replica of eight', 'The p95s of 8 replicas average'],
    ['The window holds 50', 'not resolvable'],
    ['The tail grows', 'accept'],
  ] as const;
  for (const [failure, seen] of shows) {
    await rows.filter({ hasText: failure }).getByRole('button').first().click();
    await expect(widget(page)).toContainText('Injected');
    await expect(widget(page)).toContainText(seen);
    await widget(page).getByRole('button', { name: 'Undo the failure' }).click();
    await expect(widget(page)).not.toContainText('Injected');
  }
});

test('plays the samples as they arrive', async ({ page }) => {
  await open(page);
  const time = widget(page).getByRole('slider', { name: 'Time', exact: true });
  await time.focus();
  await time.press('Home');
  await expect(widget(page)).toContainText('not resolvable');
  await widget(page).getByRole('button', { name: 'Play', exact: true }).click();
  await expect(widget(page)).toContainText(/of \d\d+ requests is/);
  await widget(page).getByRole('button', { name: 'Pause', exact: true }).click();
});

test('the skill check says why, whatever the answer', async ({ page }) => {
  await open(page);
  await page.getByRole('heading', { level: 2, name: 'Check yourself' }).scrollIntoViewIfNeeded();
  await page.getByRole('radio', { name: 'Accept: all 200 were within 300 ms' }).check();
  await page.getByRole('button', { name: 'Check', exact: true }).first().click();
  await expect(page.getByText('about 13 %. A finite upper bound')).toBeVisible();
  await expect(page.getByText('in up to 13 of 100 canaries')).toBeVisible();
});
