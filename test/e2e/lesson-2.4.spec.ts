import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';
import { setTheme } from './support/theme.ts';

const widget = (page: Page) => page.locator('[data-widget="utilization"]');
const arrivalRate = (page: Page) => widget(page).getByRole('slider', { name: /^arrival rate/ });

async function open(page: Page, query = '') {
  await page.goto(`./#/lesson/2.4${query}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Utilization ρ' })).toBeVisible();
  await expect(widget(page)).toContainText('95 % interval');
}

test('shows formula, simulation and their numbers, accessibly in both themes', async ({ page }) => {
  await open(page);
  await expect(widget(page)).toContainText('At ρ = 0.8 a request spends 500');
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme);
    await expectAccessible(page);
  }
  await screenshots(page, 'lesson-2.4');
});

test('is drawn by mouse, then revealed with formulas and simulation', async ({ page }) => {
  await open(page);
  const plane = page.getByRole('slider', { name: /^Mean latency by utilization/ });
  await plane.scrollIntoViewIfNeeded();
  const box = await plane.locator('rect').last().boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  await expect(page.getByRole('button', { name: 'Reveal the answer' })).toBeDisabled();
  await page.mouse.move(box.x + 1, box.y + box.height * 0.95);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height * 0.4, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Reveal the answer' }).click();
  await expect(page.getByText('Most people draw a line that rises evenly')).toBeVisible();
  await expect(page.getByText('your drawing')).toBeVisible();
  await expect(widget(page).getByText('your prediction')).toBeVisible();
  await screenshots(page, 'lesson-2.4-revealed');
  await page.reload();
  await expect(page.getByText('your drawing')).toBeVisible();
});

test('is drawn by keyboard alone', async ({ page }) => {
  await open(page);
  const plane = page.getByRole('slider', { name: /^Mean latency by utilization/ });
  await plane.focus();
  for (let press = 0; press < 3; press++) await plane.press('ArrowUp');
  for (let column = 0; column < 19; column++) {
    await plane.press('ArrowRight');
    if (column % 4 === 0) await plane.press('ArrowUp');
  }
  await expect(plane).toHaveAttribute('aria-valuetext', /ρ = 0\.95: /);
  const reveal = page.getByRole('button', { name: 'Reveal the answer' });
  await reveal.focus();
  await reveal.press('Enter');
  await expect(page.getByText('your drawing')).toBeVisible();
});

test('redraws the closed form in the frame of the drag, and the simulation after it', async ({ page }) => {
  await open(page);
  const slider = arrivalRate(page);
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider has no box');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.3, y);
  await page.mouse.down();
  for (let share = 0.3; share < 0.85; share += 0.01) {
    await page.mouse.move(box.x + box.width * share, y);
    // The sentence holds the closed form: it must follow within the next frame.
    const [said, value] = await page.evaluate(
      () =>
        new Promise<[string, string]>((resolve) =>
          requestAnimationFrame(() => {
            const frame = document.querySelector('[data-widget="utilization"]');
            const sentence = frame?.querySelector('footer p')?.textContent ?? '';
            const input = frame?.querySelector<HTMLInputElement>('input[type="range"]')?.value ?? '';
            resolve([sentence, input]);
          }),
        ),
    );
    const shown = Number(/ρ = ([\d.]+)/.exec(said)?.[1]);
    expect(Math.abs(shown - Number(value) / 10)).toBeLessThan(0.0051);
  }
  await page.mouse.up();
  await expect(widget(page)).toContainText('95 % interval');
});

test('injects a failure from the table, and gives it back', async ({ page }) => {
  await open(page);
  await expect(widget(page)).toContainText('Formula holds');
  const row = page.getByRole('row', { name: /Arrivals come in bursts/ });
  await row.getByRole('button', { name: /Inject/ }).click();
  await expect(widget(page)).toContainText('Injected: Arrivals come in bursts');
  await expect(widget(page)).toContainText('conditions broken');
  await widget(page).getByRole('button', { name: 'Undo the failure' }).click();
  await expect(widget(page)).toContainText('Formula holds');
});

test('compares a pinned run with the present one on the same seed', async ({ page }) => {
  await open(page);
  await widget(page).getByRole('button', { name: 'Pin as run A to compare' }).click();
  await arrivalRate(page).focus();
  await arrivalRate(page).press('ArrowRight');
  await widget(page).getByRole('textbox', { name: 'servers' }).fill('3');
  await page.keyboard.press('Enter');
  await expect(widget(page).getByText('A, pinned')).toBeVisible();
  await widget(page).getByRole('button', { name: 'Unpin run A' }).click();
  await expect(widget(page).getByText('A, pinned')).toBeHidden();
});

test('logs a decision with its record, and the log replays it with the same fingerprint', async ({
  page,
}) => {
  await open(page, '?arrivalRate=9&requests=5000&seed=11');
  const strip = widget(page).locator('dl');
  await expect(strip).toContainText('scale out');
  await strip.getByRole('button', { name: 'Log this decision' }).click();
  await expect(strip).toContainText('Logged');
  await strip.getByRole('link', { name: 'Evidence log' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/evidence/i);
  await page
    .getByRole('link', { name: /replay/i })
    .first()
    .click();
  await expect(page.getByText(/^Replayed: the result has the link’s fingerprint/)).toBeVisible();
});

test('opens a share link as it was, and tells what a hostile one holds', async ({ page }) => {
  await open(page, '?arrivalRate=16&servers=2&scvService=4&seed=5&pin=1');
  await expect(widget(page).getByRole('textbox', { name: 'servers' })).toHaveValue('2');
  await expect(widget(page).getByText('A, pinned')).toBeVisible();
  await widget(page).getByRole('button', { name: 'Share or embed' }).click();
  const dialog = page.getByRole('dialog');
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toContain('arrivalRate=16');
  await dialog.getByText('For instructors: lock and hide').click();
  await dialog.getByRole('checkbox', { name: 'Seed' }).check();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/lock=seed/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await open(page, '?arrivalRate=Infinity&servers=0.5&__proto__=1&fault=none');
  await expect(widget(page)).toContainText('The link’s “arrivalRate” was not used');
  await expect(widget(page).getByRole('textbox', { name: 'servers' })).toHaveValue('1');
});

test('locks and hides what an instructor chose', async ({ page }) => {
  await open(page, '?lock=servers,seed&hide=faults,decision');
  await expect(widget(page).getByRole('textbox', { name: 'servers' })).toHaveAttribute('readonly', '');
  await expect(widget(page).getByRole('button', { name: 'Service times become erratic' })).toBeHidden();
  await expect(widget(page).locator('dl')).toBeHidden();
});

for (const [label, pattern] of [
  ['SVG picture', /^<svg[\s\S]*<\/svg>$/],
  ['CSV data', /^ρ,W formula \(ms\)/],
  ['JSON record', /"widget": "utilization"/],
  ['PNG picture', /PNG/],
] as const) {
  test(`exports the ${label}`, async ({ page }) => {
    await open(page);
    await widget(page).getByRole('button', { name: 'Export' }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: label }).click();
    const stream = await (await downloading).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString('utf8').trim()).toMatch(pattern);
  });
}

test('shows the data twin and leaves full screen by Escape', async ({ page }) => {
  await open(page);
  await widget(page).getByRole('button', { name: 'Data table' }).click();
  await expect(widget(page).getByRole('table')).toContainText('W simulated');
  await widget(page).getByRole('button', { name: 'Full screen' }).click();
  await expect
    .poll(() => page.evaluate(() => document.fullscreenElement?.getAttribute('data-widget')))
    .toBe('utilization');
});

test('checks the reader’s skill with explanations, and runs the demo with its checks', async ({ page }) => {
  await open(page);
  await page.getByRole('heading', { name: 'In the notebook' }).scrollIntoViewIfNeeded();
  await expect(page.getByText('PASS mean delta > 0')).toBeVisible();
  await expect(page.getByText('mean paired delta 0.022')).toBeVisible();
  await page.getByRole('heading', { name: 'Check yourself' }).scrollIntoViewIfNeeded();
  await page.getByRole('radio', { name: 'It doubles' }).check();
  await page.getByRole('button', { name: /check/i }).first().click();
  await expect(page.getByText('Half the headroom, twice the latency.')).toBeVisible();
});
