import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';

const widget = (page: Page) => page.locator('[data-widget="littles-law"]');
const exact = 'the two add up to L̄ exactly';

/** The lesson with its widget's first result. */
async function open(page: Page) {
  await page.goto('./#/lesson/5.2');
  await expect(page.getByRole('heading', { level: 1, name: 'Little’s law' })).toBeVisible();
  await expect(widget(page)).toContainText(exact);
}

/** Scrolls to a section: what stands far down the page loads when it comes near. */
const comeTo = (page: Page, name: string) =>
  page.getByRole('heading', { level: 2, name, exact: true }).scrollIntoViewIfNeeded();

test('reads from question to sources, accessibly, with the numbers of the widget in its formulas', async ({
  page,
}) => {
  await open(page);
  for (const name of ['Play', 'The formulas', 'Why it holds', 'Decide', 'Break it', 'Checklist', 'Sources']) {
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
  }
  await expect(page.locator('math [data-live="unexplained"]')).toHaveText('0');
  await comeTo(page, 'In the notebook');
  await expect(page.getByText('PASS M/M/1: L = λW')).toBeVisible();
  await comeTo(page, 'Skill check');
  await expect(page.getByText('What does Little’s law need')).toBeVisible();
  await expectAccessible(page);
  await screenshots(page, 'lesson-5.2');
});

test('asks for a number before it tells', async ({ page }) => {
  await open(page);
  await expect(page.getByText('10 seconds of presence')).toBeHidden();
  await page.getByRole('textbox', { name: /How many are in flight on average/ }).fill('4');
  await page.getByRole('button', { name: 'Commit and compare' }).first().click();
  await expect(page.getByText('10 seconds of presence')).toBeVisible();
});

test('moves the window by keyboard and by mouse, and the identity stays exact', async ({ page }) => {
  await open(page);
  const end = page.getByRole('slider', { name: 'window’s end' });
  await end.focus();
  for (let press = 0; press < 6; press++) await end.press('ArrowRight');
  await expect(end).toHaveAttribute('aria-valuenow', '3.8');
  const box = await end.locator('rect').last().boundingBox();
  if (!box) throw new Error('the window’s end has no line to grip');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => Number(await end.getAttribute('aria-valuenow'))).toBeGreaterThan(4.2);
  await expect(widget(page)).toContainText(exact);
});

test('every fault button of the table injects its failure, and it can be undone', async ({ page }) => {
  await open(page);
  const rows = page.getByRole('table').filter({ hasText: 'Mitigation' }).getByRole('row');
  const shows = [
    ['Only finished requests', 'count the requests that are still inside'],
    ['Rejected attempts', 'count λ̄ behind the door'],
    ['Completion stamps', 'stamp both ends with one clock'],
    ['Traffic exceeds capacity', 'accept the numbers for this window only'],
  ] as const;
  for (const [failure, seen] of shows) {
    await rows.filter({ hasText: failure }).getByRole('button').first().click();
    await expect(widget(page)).toContainText('Injected');
    await expect(widget(page)).toContainText(seen);
    await widget(page).getByRole('button', { name: 'Undo the failure' }).click();
    await expect(widget(page)).toContainText('accept the dashboard’s numbers');
  }
});

test('plays from before the window into it', async ({ page }) => {
  await open(page);
  const time = widget(page).getByRole('slider', { name: 'Time', exact: true });
  await time.focus();
  await time.press('Home');
  await expect(widget(page)).toContainText('there is nothing to measure yet');
  await widget(page).getByRole('button', { name: 'Play', exact: true }).click();
  await expect(widget(page)).toContainText(exact);
  await widget(page).getByRole('button', { name: 'Pause', exact: true }).click();
});

test('the skill check says why, whatever the answer', async ({ page }) => {
  await open(page);
  await comeTo(page, 'Skill check');
  await page.getByRole('radio', { name: 'The pool copes: 50 is more than 30' }).check();
  const question = page.getByRole('listitem').filter({ hasText: 'Requests hold a connection for 2 s' });
  await question.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('It compares a rate with a number')).toBeVisible();
  await expect(page.getByText('no more than 50/2 s = 25 requests per second pass')).toBeVisible();
});
