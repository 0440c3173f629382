import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { subPathAddress } from './support/addresses.ts';
import { screenshots } from './support/screenshots.ts';
import { expect, test } from './support/test.ts';
import { setTheme, type Theme } from './support/theme.ts';

const pages = [
  { route: '/', heading: 'Model serving and inference optimization', title: /^Goodput/ },
  { route: '/part/2', heading: 'Formal definitions', title: /^Part 2: Formal definitions · Goodput$/ },
  { route: '/lesson/2.4', heading: /Utilization/, title: /^2\.4 Utilization ρ · Goodput$/ },
  { route: '/lesson/7.5', heading: /.+/, title: /^7\.5 .+ · Goodput$/ },
  { route: '/lab', heading: /.+/, title: /^Lab · Goodput$/ },
  { route: '/lab/models', heading: 'The lab’s models', title: /^Models · Lab · Goodput$/ },
  { route: '/gallery', heading: 'Gallery', title: /^Gallery · Goodput$/ },
  { route: '/gallery/utilization', heading: /.+/, title: /^.+ · Goodput$/ },
  { route: '/evidence', heading: 'Evidence', title: /^Evidence · Goodput$/ },
  { route: '/settings', heading: 'Settings', title: /^Settings · Goodput$/ },
  { route: '/glossary', heading: 'Glossary', title: /^Glossary · Goodput$/ },
  { route: '/help', heading: 'Help', title: /^Help · Goodput$/ },
  { route: '/nowhere', heading: 'No such page', title: /^No such page · Goodput$/ },
] as const;

const widths = [1440, 1024, 390];
const themes: readonly Theme[] = ['light', 'dark'];

const heading = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });

async function open(page: Page, route: string) {
  await page.goto(`./#${route}`);
  await expect(heading(page)).toBeVisible();
}

/** Charts take their new width a frame after the page has: polled. */
async function expectNoSidewaysScroll(page: Page) {
  const excess = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(excess, { message: 'pixels by which the page is too wide' }).toBeLessThanOrEqual(0);
}

/** A page of another origin that holds nothing but the given HTML. */
async function foreignPage(html: string) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server has no port');
  const close = () => new Promise<void>((closed) => server.close(() => closed()));
  return { url: `http://127.0.0.1:${address.port}/`, close };
}

for (const { route, heading: name, title } of pages) {
  for (const theme of themes) {
    test(`${route} stands in the ${theme} theme at every width, accessible and in silence`, async ({
      page,
    }) => {
      await setTheme(page, theme);
      await open(page, route);
      await expect(heading(page)).toHaveText(name);
      await expect(page).toHaveTitle(title);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await expectNoSidewaysScroll(page);
        if (width !== 1024) await expectAccessible(page);
      }
      if (theme === 'light') await screenshots(page, `shell${route.replaceAll('/', '-')}`);
    });
  }
}

test('the keyboard alone leads from the first page into a lesson', async ({ page }) => {
  await open(page, '/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('#/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^Start with lesson/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/lesson\/\d\.\d$/);
  await expect(heading(page)).toBeFocused();
});

test('the map links to written lessons and names the others as text', async ({ page }) => {
  await open(page, '/part/2');
  const map = page.getByRole('navigation', { name: 'Course' });
  await expect(map.getByRole('link', { name: /Utilization/ })).toHaveAttribute('href', '#/lesson/2.4');
  const unwritten = map.getByText('(not written yet)');
  await expect(unwritten.first()).toBeAttached();
  const linked = await map.locator('a', { has: page.getByText('(not written yet)') }).count();
  expect(linked).toBe(0);
  await expect(map.locator('a[aria-current="page"]')).toHaveText(/Formal definitions/);
});

test('the map opens a part with its button and can be put away', async ({ page }) => {
  await open(page, '/help');
  const map = page.getByRole('navigation', { name: 'Course' });
  const part = map.getByRole('button', { name: 'Lessons of part 7' });
  await expect(part).toHaveAttribute('aria-expanded', 'false');
  await part.click();
  await expect(part).toHaveAttribute('aria-expanded', 'true');
  await expect(map.getByText('KV cache')).toBeVisible();
  await page.getByRole('button', { name: 'Course map' }).click();
  await expect(map).toBeHidden();
});

test('on a narrow screen the map stands in a dialog that gives the focus back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/');
  const button = page.getByRole('button', { name: 'Course', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Course map and pages' });
  await button.click();
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await button.click();
  await dialog.getByRole('link', { name: 'Glossary' }).click();
  await expect(dialog).toBeHidden();
  await expect(heading(page)).toHaveText('Glossary');
  await expect(heading(page)).toBeFocused();
});

test('a navigation names the page and moves the focus to its heading, the first load does not', async ({
  page,
}) => {
  await open(page, '/help');
  await expect(heading(page)).not.toBeFocused();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveTitle('Settings · Goodput');
  await expect(heading(page)).toBeFocused();
});

test('back returns to the place where the reader was, forward links begin at the top', async ({ page }) => {
  await open(page, '/help');
  await page.evaluate(() => scrollTo(0, 700));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
  await page.getByRole('main').getByRole('link', { name: 'evidence' }).click();
  await expect(heading(page)).toHaveText('Evidence');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.goBack();
  await expect(heading(page)).toHaveText('Help');
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
  await page.reload();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
});

test('the chosen theme holds on the next visit, and stands before any module has run', async ({
  page,
  complaints,
}) => {
  await setTheme(page, 'light');
  await open(page, '/');
  await page.getByRole('banner').getByRole('radio', { name: 'Dark theme' }).check();
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.reload();
  await expect(heading(page)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  // The modules are taken away: what is left is the page's head.
  complaints.allow(/request failed|Failed to load resource/);
  await page.route(/\.js$/, (route) =>
    route.request().url().endsWith('/theme.js') ? route.continue() : route.abort(),
  );
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
  await page.unroute(/\.js$/);

  await page.reload();
  await page.getByRole('banner').getByRole('radio', { name: 'Theme of the system' }).check();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
});

test('the query part of a route reaches the widget and does not disturb the route', async ({ page }) => {
  await open(page, '/gallery/utilization?seed=7');
  await expect(page.locator('a[href="#/gallery"][aria-current="page"]')).toHaveCount(0);
  await expect(heading(page)).not.toHaveText('No such page');
  await expect(page.getByRole('textbox', { name: 'Seed' })).toHaveValue('7');
});

test('the instrument on the first page moves with the keyboard and says what it shows', async ({ page }) => {
  await open(page, '/');
  const line = page.getByRole('slider', { name: 'Utilization ρ' });
  await line.focus();
  await page.keyboard.press('End');
  await expect(line).toHaveAttribute('aria-valuetext', '0.95');
  await expect(page.getByRole('figure')).toContainText(/At ρ = 0\.95 a request spends 2\ss in the system/);
  await expect(page.locator('figure math')).toHaveText('W=1μ−λ=110.0−9.5=2\u202fs');
});

test('the part page shows its lessons as a list or on one page, and remembers which', async ({ page }) => {
  await open(page, '/part/2');
  await page.getByRole('radio', { name: 'One page' }).check();
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole('radio', { name: 'One page' })).toBeChecked();
});

test('a file of the page that is gone leads to one reload, then to a message', async ({
  page,
  complaints,
}) => {
  // The chunk of the help page is taken away, as after a deployment.
  complaints.allow(/answer 404|Failed to load resource|HelpPage|dynamically imported module|error boundary/);
  await open(page, '/settings');
  await page.route(/HelpPage-.*\.js$/, (route) => route.fulfill({ status: 404, body: 'gone' }));
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Help' }).click();
  await expect(heading(page)).toHaveText('This page stopped');
  expect(loads).toBe(1);
  await expect(page.getByRole('main')).toContainText('were not touched');
  await page.getByRole('link', { name: 'Go to the start of the course' }).click();
  await expect(heading(page)).toHaveText('Model serving and inference optimization');
});

/** A log of one decision, as the evidence page exports it. */
const evidenceFile = (entry: object = {}) => ({
  name: 'evidence.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      format: 'goodput evidence',
      version: 1,
      evidence: [
        {
          time: '2026-03-01T10:21:00.000Z',
          widget: 'utilization',
          value: 0.81,
          rule: 'ρ <= 0.8',
          verdict: 'above target',
          action: 'add a server',
          fingerprint: 'a1b2c3d4e5f60718',
          record: {
            input: { values: { arrivalRate: 9 } },
            config: { widget: 'utilization', version: 1, seed: 7 },
            result: 'a1b2c3d4',
          },
          ...entry,
        },
      ],
    }),
  ),
});

test('a log of decisions is imported once, replayed by a link, kept over a reload and cleared', async ({
  page,
}) => {
  await open(page, '/evidence');
  const input = page.locator('input[type="file"]');
  await input.setInputFiles(evidenceFile());
  await expect(page.getByRole('status').filter({ hasText: '1 decision was added.' })).toBeVisible();
  await input.setInputFiles(evidenceFile());
  await expect(page.getByRole('status').filter({ hasText: '0 decisions were added.' })).toBeVisible();
  await page.reload();
  const row = page.getByRole('row', { name: /above target/ });
  await expect(row).toHaveCount(1);
  await expect(row.getByRole('link', { name: /^Replay/ })).toHaveAttribute(
    'href',
    '#/gallery/utilization?widget=utilization&version=1&arrivalRate=9&seed=7&fingerprint=a1b2c3d4',
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Clear the log' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nothing is logged yet' })).toBeVisible();
});

test('a file that does not fit is refused with its reason', async ({ page }) => {
  await open(page, '/evidence');
  await page.locator('input[type="file"]').setInputFiles(evidenceFile({ value: 'high' }));
  await expect(page.getByRole('status').filter({ hasText: 'Nothing was changed.' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing is logged yet' })).toBeVisible();
});

test('notes and progress leave as a file and come back without a loss', async ({ page }) => {
  await open(page, '/settings');
  const file = (lesson: object, note: object) => ({
    name: 'goodput.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        format: 'goodput work',
        version: 1,
        notes: { lessons: { '2.4': note } },
        progress: { lessons: { '2.4': lesson } },
      }),
    ),
  });
  const input = page.locator('input[type="file"]');
  const earlier = { text: 'first', changed: '2026-03-01T10:00:00.000Z' };
  const later = { text: 'second', changed: '2026-03-02T10:00:00.000Z' };
  await input.setInputFiles(file({ done: true, ticks: ['a'] }, earlier));
  await expect(page.getByRole('status').filter({ hasText: 'was added' })).toBeVisible();
  await input.setInputFiles(file({ ticks: ['b'] }, later));
  const saved = async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    return JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  };
  await expect.poll(saved).toMatchObject({
    notes: { lessons: { '2.4': { text: 'second', conflict: 'first' } } },
    progress: { lessons: { '2.4': { done: true, ticks: ['a', 'b'] } } },
  });
  await expect(page.getByRole('navigation', { name: 'Course' }).getByText('(done)')).toHaveCount(1);
});

test('everything works under a sub-path', async ({ page }) => {
  await page.goto(subPathAddress());
  await expect(heading(page)).toBeVisible();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Gallery' }).click();
  await expect(heading(page)).toHaveText('Gallery');
  expect(page.url()).toBe(`${subPathAddress()}#/gallery`);
});

test('an embedded widget stands in a foreign page and tells it its height', async ({ page, baseURL }) => {
  const host = await foreignPage(
    `<!doctype html><title>Host</title>
    <iframe title="widget" width="900" height="300" src="${baseURL}embed.html#utilization?seed=7"></iframe>
    <script>addEventListener('message', (event) => { window.told = event.data; });</script>`,
  );
  await page.goto(host.url);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('textbox', { name: 'Seed' })).toHaveValue('7');
  await expect(frame.getByRole('link', { name: /Goodput/ })).toHaveAttribute(
    'href',
    /#\/gallery\/utilization/,
  );
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'told')))
    .toEqual({ type: 'goodput:height', height: expect.any(Number) });
  await host.close();
});

test('an embed address without a widget says which names there are', async ({ page }) => {
  await page.goto('./embed.html#nothing');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such widget');
  await expect(page.getByRole('main')).toContainText('utilization');
});
