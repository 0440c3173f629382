import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/** The demo of lesson 2.4, whose cells run by themselves when the reader comes near. */
async function openDemo(page: Page) {
  await page.goto('./#/lesson/2.4');
  await page.getByRole('heading', { name: 'In the notebook' }).scrollIntoViewIfNeeded();
  await expect(page.getByText('PASS mean delta > 0')).toBeVisible({ timeout: 20_000 });
}

const cell = (page: Page, number: number) =>
  page.getByRole('group', { name: new RegExp(`^Cell ${number},`) });

test('a cell of a lesson reads the lesson’s widget, and follows it', async ({ page }) => {
  await openDemo(page);
  await page.getByRole('button', { name: 'Add a cell below cell 2' }).click();
  await expect(cell(page, 3).getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText('print("λ of the widget:", widget.parameters.arrivalRate)');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('λ of the widget: 8', { exact: true })).toBeVisible();
  const slider = page.locator('[data-widget="utilization"]').getByRole('slider', { name: /arrival rate/ });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  const value = await slider.inputValue();
  expect(value).not.toBe('8');
  await expect(page.getByText(`λ of the widget: ${Number(value)}`, { exact: true })).toBeVisible();
});

test('a cell that took the page down waits on the next visit, with its text', async ({ page }) => {
  await openDemo(page);
  await cell(page, 2).getByRole('textbox').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('while (true);');
  await page.keyboard.press('Control+Enter');
  await expect(cell(page, 2).getByText('running')).toBeVisible();
  await page.reload();
  await page.getByRole('heading', { name: 'In the notebook' }).scrollIntoViewIfNeeded();
  await expect(page.getByText(/were running when the page closed or died, so they wait/)).toBeVisible();
  await expect(page.getByText('while (true);')).toBeVisible();
  await expect(cell(page, 2).getByText('running')).toHaveCount(0);
  // The reader can go on: the original comes back and runs.
  await page.getByRole('button', { name: 'More for cell 2' }).click();
  await page.getByRole('menuitem', { name: 'Reset to the original' }).click();
  await page.getByRole('button', { name: 'Run cell 2' }).click();
  await expect(page.getByText('PASS mean delta > 0')).toBeVisible();
});

test('two tabs keep each other’s edits', async ({ page, context }) => {
  await openDemo(page);
  const other = await context.newPage();
  await openDemo(other);
  for (const [tab, number, text] of [
    [page, 2, '// from the first tab'],
    [other, 3, '// from the second tab'],
  ] as const) {
    await cell(tab, number)
      .getByRole('textbox', { name: /^Source/ })
      .click();
    await tab.keyboard.press('Control+Home');
    await tab.keyboard.insertText(`${text}\n`);
  }
  for (const tab of [page, other]) {
    await expect(cell(tab, 2).getByText('// from the first tab')).toBeVisible();
    await expect(cell(tab, 3).getByText('// from the second tab')).toBeVisible();
  }
  await page.reload();
  await page.getByRole('heading', { name: 'In the notebook' }).scrollIntoViewIfNeeded();
  await expect(cell(page, 2).getByText('// from the first tab')).toBeVisible();
  await expect(cell(page, 3).getByText('// from the second tab')).toBeVisible();
});

test('saved cells that cannot be read are set aside, and the original is shown', async ({ page }) => {
  await page.goto('./#/help');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('goodput');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction('state', 'readwrite');
          transaction
            .objectStore('state')
            .put({ version: 1, value: { sections: { '2.4': 'broken' } } }, 'notebook');
          transaction.oncomplete = () => {
            request.result.close();
            resolve();
          };
        };
      }),
  );
  await openDemo(page);
  await expect(
    page.getByText(/Earlier saved data could not be read\. It was set aside/).first(),
  ).toBeVisible();
});
