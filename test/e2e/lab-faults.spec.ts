import { execFileSync } from 'node:child_process';
import type { Browser, Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import { siteAddress } from './support/addresses.ts';
import { hostThat, withoutIsolation } from './support/host.ts';
import { expect, test } from './support/test.ts';

// A measurement needs both cores of a small machine.
test.describe.configure({ mode: 'default', timeout: 120_000 });

const results = (page: Page) => page.getByRole('region', { name: 'Results', exact: true });
const run = (page: Page) => page.getByRole('button', { name: 'Run', exact: true }).click();
const cancel = (page: Page) => page.getByRole('button', { name: 'Cancel' }).click();
/** Resolves once the row warms up or is sampled: its runtime has started and its first answer was right. */
const warmingUp = (page: Page, row: string) =>
  expect(page.getByRole('status').filter({ hasText: new RegExp(`${row}: Warming up|Sampling`) })).toBeVisible(
    {
      timeout: 60_000,
    },
  );

/** Opens the lab with one row ticked and the shortest sampling. */
async function choose(page: Page, address: string, row: 'WASM, 1 thread' | 'WebGPU') {
  await page.goto(`${address}#/lab/providers`);
  await expect(page.getByRole('checkbox', { name: 'WASM, 1 thread' })).toBeVisible();
  for (const box of await page.getByRole('checkbox', { name: /WASM|WebGPU/ }).all()) {
    const wanted = (await box.getAttribute('id')) === (row === 'WebGPU' ? 'offer-webgpu' : 'offer-wasm-1');
    if (wanted) await expect(box).toBeEnabled();
    if (await box.isEnabled()) await box.setChecked(wanted);
  }
  await page.getByRole('radio', { name: '1 s' }).check();
}

test.describe('on a host that does not do as it should', () => {
  // A service worker would put the headers back or answer from its cache.
  test.use({ serviceWorkers: 'block' });

  test('isolation headers on the page but not on the measuring worker: says so, and a retry is possible', async ({
    page,
    complaints,
  }) => {
    // The browser says that it blocked the worker.
    complaints.allow(/ERR_BLOCKED_BY_RESPONSE|entry-/);
    await using site = await hostThat({
      headers: (path, headers) => (/entry-[^/]*\.js$/.test(path) ? withoutIsolation(path, headers) : headers),
    });
    await choose(page, site.url, 'WASM, 1 thread');
    await run(page);
    await expect(page.getByRole('alert')).toContainText('The measuring worker could not start');
    await expect(page.getByRole('alert')).toContainText('same headers (docs/hosting.md)');
    await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
    await expect(results(page)).toHaveCount(0);
  });

  test('WebAssembly under the wrong media type: measures all the same', async ({ page }) => {
    await using site = await hostThat({
      headers: (path, headers) =>
        path.endsWith('.wasm') ? { ...headers, 'content-type': 'text/plain' } : headers,
    });
    await choose(page, site.url, 'WASM, 1 thread');
    await run(page);
    await warmingUp(page, 'WASM, 1 thread');
    await cancel(page);
  });

  test('without its file over 25 MiB: WebGPU runs on the smaller build', async ({ page }) => {
    await using site = await hostThat({ missing: /asyncify.*\.wasm$/ });
    await choose(page, site.url, 'WebGPU');
    await run(page);
    await warmingUp(page, 'WebGPU');
    await cancel(page);
  });

  test('without the smaller WebGPU build: falls back to the larger one', async ({ page, complaints }) => {
    // The browser reports the missing file.
    complaints.allow(/404|Failed to load resource/);
    await using site = await hostThat({ missing: /jspi.*\.wasm$/ });
    await choose(page, site.url, 'WebGPU');
    await run(page);
    await warmingUp(page, 'WebGPU');
    await cancel(page);
  });
});

/** Makes the page's measuring workers keep hold of the graphics devices that the runtime asks for. */
function holdDevices(page: Page) {
  page.on('worker', (worker) => {
    void worker.evaluate(() => {
      const ask = GPUAdapter.prototype.requestDevice;
      GPUAdapter.prototype.requestDevice = async function (...settings) {
        const device = await ask.apply(this, settings);
        Reflect.set(self, 'heldDevice', device);
        return device;
      };
    });
  });
}

/** Destroys the device of the newest worker, once that has one and has begun to measure. */
async function destroyDevice(page: Page) {
  const newest = () => page.workers().at(-1);
  await expect
    .poll(
      // A worker that is being replaced answers nothing.
      () =>
        newest()
          ?.evaluate(() => Reflect.has(self, 'heldDevice'))
          .catch(() => false),
      { timeout: 60_000 },
    )
    .toBe(true);
  await warmingUp(page, 'WebGPU');
  await newest()?.evaluate(() => {
    const device: unknown = Reflect.get(self, 'heldDevice');
    if (!(device instanceof GPUDevice)) throw new Error('no device is held');
    Reflect.deleteProperty(self, 'heldDevice');
    device.destroy();
  });
}

test('a graphics device destroyed twice in mid-run: one retry, then FAILED and WASM instead, no zeros accepted', async ({
  page,
  complaints,
}) => {
  // Chromium reports commands to a destroyed device.
  complaints.allow(/destroyed|lost|device/i);
  holdDevices(page);
  await choose(page, '', 'WebGPU');
  await run(page);
  await destroyDevice(page);
  await expect(page.getByText(/graphics device was lost\. Those samples do not count/)).toBeVisible({
    timeout: 30_000,
  });
  await destroyDevice(page);
  await expect(page.getByText('FAILED', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(results(page)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Measured instead of WebGPU, whose device was lost twice.')).toBeVisible();
  await expect(results(page).getByRole('article')).toHaveCount(1);
  await expect(results(page).getByRole('article', { name: 'WASM, 1 thread' })).toBeVisible();
});

/** A browser of its own: its graphics process may die, and its memory is nobody else's. */
async function ownBrowser(playwright: { chromium: { launch: (options: object) => Promise<Browser> } }) {
  const executablePath = await findChromium();
  return playwright.chromium.launch({ executablePath, args: ['--headless=new', ...chromiumFlags] });
}

test('the graphics process crashes in mid-run: the run goes on with a fresh device or with WASM, and says so', async ({
  playwright,
}) => {
  const browser = await ownBrowser(playwright);
  try {
    const page = await browser.newPage();
    await choose(page, siteAddress(), 'WebGPU');
    await run(page);
    await warmingUp(page, 'WebGPU');
    const protocol = await browser.newBrowserCDPSession();
    const { processInfo } = await protocol.send('SystemInfo.getProcessInfo');
    for (const { type, id } of processInfo) if (type === 'GPU') process.kill(id, 'SIGKILL');
    await expect(page.getByText(/graphics device was lost\. Those samples do not count/)).toBeVisible({
      timeout: 30_000,
    });
    await expect(results(page)).toBeVisible({ timeout: 90_000 });
    await expect(results(page).getByText(/passed on the first and the last sample/)).toHaveCount(1);
  } finally {
    await browser.close();
  }
});

test('opening and ending the runtime again and again keeps the page’s memory where it was', async ({
  playwright,
}) => {
  const browser = await ownBrowser(playwright);
  try {
    const page = await browser.newPage();
    await choose(page, siteAddress(), 'WASM, 1 thread');
    const protocol = await browser.newBrowserCDPSession();
    const megabytes: number[] = [];
    for (let cycle = 0; cycle < 10; cycle++) {
      await run(page);
      await warmingUp(page, 'WASM, 1 thread');
      await cancel(page);
      await expect.poll(() => page.workers().length).toBe(0);
      await page.requestGC();
      const { processInfo } = await protocol.send('SystemInfo.getProcessInfo');
      megabytes.push(
        residentMegabytes(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)),
      );
    }
    // The first cycles fill caches. One that leaked its worker would add its 30 MB every time.
    const [baseline = 0, ...later] = megabytes.slice(3);
    expect(Math.max(...later) - baseline, megabytes.join(' MB, ')).toBeLessThan(50);
    expect(slope(megabytes.slice(3)), megabytes.join(' MB, ')).toBeLessThan(10);
  } finally {
    await browser.close();
  }
});

/** Memory that these processes hold, as the system counts it. */
const residentMegabytes = (ids: readonly number[]): number =>
  execFileSync('ps', ['-o', 'rss=', '-p', ids.join(',')], { encoding: 'utf8' })
    .split('\n')
    .reduce((sum, line) => sum + Number(line) / 1024, 0);

/** Least squares, a cycle. */
const slope = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2;
  const spread = values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return values.reduce((sum, value, index) => sum + (index - middle) * value, 0) / spread;
};
