import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';
import { setTheme } from './support/theme.ts';

const section = (page: Page, name: RegExp) => page.getByRole('region', { name });
const tail = (page: Page) => section(page, /Tail latency/);
const cellOf = (within: ReturnType<typeof section>, number: number) =>
  within.getByRole('group', { name: new RegExp(`^Cell ${number},`) });
const own = (page: Page) => section(page, /^Your own cells/);

async function open(page: Page) {
  await page.goto('./#/notebook');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notebook');
  await expect(page.getByRole('button', { name: 'Run all' })).toBeVisible();
}

/** A section of the reader's own with one empty cell, whose editor has the focus. */
async function addSection(page: Page) {
  await page.getByRole('button', { name: 'Add a section of your own' }).click();
  await expect(cellOf(own(page), 1)).toBeVisible();
  await expect(cellOf(own(page), 1).getByRole('textbox')).toBeFocused();
}

async function write(page: Page, text: string) {
  await page.keyboard.insertText(text);
}

test('runs all demos, every check passes, and the page is accessible', async ({ page }) => {
  test.slow();
  await open(page);
  await page.getByRole('button', { name: 'Run all' }).click();
  await expect(page.getByText(/^\d+ cells in .*: all passed$/)).toBeVisible({ timeout: 60_000 });
  const five = section(page, /Tail latency/);
  await five.scrollIntoViewIfNeeded();
  await expect(five.getByText(/PASS/).first()).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await expectAccessible(page, { within: '#main section:nth-of-type(2)' });
  }
});

test('reruns what depends on an edited cell, marks what does not follow yet, and keeps the text', async ({
  page,
}) => {
  await open(page);
  await addSection(page);
  await write(page, 'const rate = 8');
  await page.keyboard.press('Alt+Enter');
  await expect(cellOf(own(page), 2).getByRole('textbox')).toBeFocused();
  await write(page, 'print("W", queueing.mm1({ arrivalRate: rate, serviceRate: 10 }).meanSojourn)');
  await page.keyboard.press('Control+Enter');
  await expect(own(page).getByText('W 0.5')).toBeVisible();

  // A keystroke in the cell above is enough: both are light.
  await cellOf(own(page), 1).getByRole('textbox').click();
  await page.keyboard.press('Control+End');
  await write(page, '.5');
  await expect(own(page).getByText('W 0.666667')).toBeVisible();

  // What does not parse keeps the outputs, as outputs of before.
  await write(page, ' +');
  await expect(own(page).getByText('W 0.666667')).toBeVisible();
  await expect(own(page).getByText('from before the last edit')).toBeVisible();

  await page.reload();
  await expect(own(page).getByText('const rate = 8.5 +')).toBeVisible();
});

test('works by the keyboard alone, as Jupyter does', async ({ page }) => {
  await open(page);
  await addSection(page);
  await write(page, '6 * 7');
  await page.keyboard.press('Shift+Enter');
  await expect(own(page).getByText('42', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cellOf(own(page), 2)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(cellOf(own(page), 1)).toBeFocused();

  await page.keyboard.press('m');
  await expect(own(page).getByRole('group', { name: 'Cell 1, text' })).toBeFocused();
  await page.keyboard.press('y');
  await expect(own(page).getByRole('group', { name: /^Cell 1, TypeScript/ })).toBeFocused();

  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await expect(own(page).getByRole('group', { name: /^Cell/ })).toHaveCount(1);
  await page.keyboard.press('z');
  await expect(own(page).getByText('6 * 7')).toBeVisible();
  await cellOf(own(page), 1).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(cellOf(own(page), 2)).toBeFocused();
  await expect(cellOf(own(page), 2)).toContainText('6 * 7');

  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'Keys of the notebook' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(cellOf(own(page), 2)).toBeFocused();
});

test('runs what follows from a slider while it moves', async ({ page }) => {
  await open(page);
  await addSection(page);
  await write(page, "const load = input.range({ label: 'load', min: 0.1, max: 0.9, step: 0.1, value: 0.5 })");
  await page.keyboard.press('Alt+Enter');
  await expect(cellOf(own(page), 2).getByRole('textbox')).toBeFocused();
  await write(page, "print('twice', 2 * load)");
  await page.keyboard.press('Control+Enter');
  await expect(own(page).getByText('twice 1')).toBeVisible();
  await own(page).getByRole('slider', { name: /load/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(own(page).getByText('twice 1.2')).toBeVisible();
});

test('stops a cell that does not end, says so, and runs the next in a fresh kernel', async ({ page }) => {
  await open(page);
  await addSection(page);
  await write(page, 'while (true);');
  await page.keyboard.press('Control+Enter');
  await expect(cellOf(own(page), 1).getByText('running')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(own(page).getByText(/^Stopped\. Sources are kept/)).toBeVisible();
  await cellOf(own(page), 1).getByRole('textbox').click();
  await page.keyboard.press('Control+A');
  await write(page, '"alive"');
  await page.keyboard.press('Control+Enter');
  await expect(
    own(page)
      .getByText("'alive'")
      .or(own(page).getByText('“alive”'))
      .or(own(page).getByText('"alive"'))
      .last(),
  ).toBeVisible();
});

test('exports a Jupyter notebook with its outputs and brings it in again, to be read before it runs', async ({
  page,
}) => {
  await open(page);
  const lesson = tail(page);
  await lesson.getByRole('button', { name: 'Run this section' }).click();
  await expect(lesson.getByText(/PASS/).first()).toBeVisible({ timeout: 20_000 });
  const download = page.waitForEvent('download');
  await lesson.getByRole('button', { name: /^Export or share/ }).click();
  await page.getByRole('menuitem', { name: /Jupyter notebook/ }).click();
  const path = await (await download).path();
  const file: unknown = JSON.parse(await readFile(path, 'utf8'));
  expect(file).toMatchObject({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { language: 'typescript' } },
  });
  expect(JSON.stringify(file)).toContain('PASS');
  expect(JSON.stringify(file)).toContain('image/svg+xml');

  const whole = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export all as one .ipynb' }).click();
  const all = await readFile(await (await whole).path(), 'utf8');
  expect(JSON.parse(all)).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  for (const text of ['# 1.1 Training optimizes loss', '# 5.5 Overload control', 'PASS'])
    expect(all).toContain(text);

  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a Jupyter notebook' }).click();
  await (await chooser).setFiles(path);
  const imported = section(page, /^Tail latency$/);
  await expect(imported).toBeVisible();
  await expect(imported.getByText(/do not run by themselves: read them first/)).toBeVisible();
  // Run all leaves them out until the reader has said so.
  await expect(imported.getByText(/PASS/)).toHaveCount(0);
  await imported.getByRole('button', { name: 'I have read them' }).click();
  await expect(imported.getByText(/read them first/)).toHaveCount(0);
});

test('shares a cell by a link that shows its source and runs nothing', async ({ page, context }) => {
  await open(page);
  await addSection(page);
  await write(page, 'print("from", "a link")');
  await cellOf(own(page), 1).getByRole('button', { name: 'More for cell 1' }).click();
  await page.getByRole('menuitem', { name: 'Share this cell…' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toContain('#/notebook?cell=');

  const other = await context.browser()?.newContext();
  if (!other) throw new Error('no browser');
  const visitor = await other.newPage();
  await visitor.goto(link);
  const shared = section(visitor, /^Your own cells/);
  await expect(shared.getByText('print("from", "a link")')).toBeVisible();
  await expect(shared.getByText(/do not run by themselves/)).toBeVisible();
  await expect(shared.getByText('from a link')).toHaveCount(0);
  await shared.getByRole('button', { name: 'Run cell 1' }).click();
  await expect(shared.getByText('from a link')).toBeVisible();
  await other.close();
});

test('refuses a broken link with a sentence, and shows the notebook', async ({ page }) => {
  for (const query of ['cell=%%%', `cell=${'A'.repeat(200_000)}`, 'cell=AAAA']) {
    await page.goto(`./#/notebook?${query}`);
    await expect(page.getByText(/^The cells of this link cannot be shown/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Run all' })).toBeVisible();
    await page.goto('about:blank');
  }
});

test('keeps earlier versions of a cell and gives the original back', async ({ page }) => {
  await open(page);
  const cell = cellOf(tail(page), 2);
  await cell.scrollIntoViewIfNeeded();
  await cell.getByRole('textbox').click();
  await page.keyboard.press('Control+End');
  await write(page, '\nprint("mine")');
  await page.keyboard.press('Control+Enter');
  await expect(cell.getByText('mine', { exact: true })).toBeVisible();
  await cell.getByRole('button', { name: 'More for cell 2' }).click();
  await page.getByRole('menuitem', { name: 'Reset to the original' }).click();
  await expect(cell.getByText('print("mine")')).toHaveCount(0);
  await cell.getByRole('button', { name: 'More for cell 2' }).click();
  await page.getByRole('menuitem', { name: 'Earlier versions…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('print("mine")')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Put this version back' }).click();
  await expect(cell.getByText('print("mine")')).toBeVisible();
});

test('on a phone cells run and are edited in a plain field', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(`${baseURL ?? ''}#/notebook`);
  const cell = cellOf(tail(page), 2);
  await cell.scrollIntoViewIfNeeded();
  await cell.getByRole('button', { name: 'Run cell 2' }).tap();
  await expect(cell.getByText('PASS p95 > p50')).toBeVisible();
  await expect(cell.locator('textarea')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await context.close();
});

test('looks right', async ({ page }) => {
  await open(page);
  await tail(page).getByRole('button', { name: 'Run this section' }).click();
  await expect(tail(page).getByText(/PASS/).first()).toBeVisible({ timeout: 20_000 });
  await screenshots(page, 'notebook');
});
