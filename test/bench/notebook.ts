import { chromium, type Locator, type Page } from 'playwright';
import { dist, ensureBuilt } from '../../scripts/build.mjs';
import { chromiumFlags, ensureChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import type { Bench } from './bench.ts';

const keystrokes = 20;
const starts = 10;
/** By then a page has drawn its first screens and started its sandbox. */
const restMs = 2000;

/**
 * The built notebook in headless Chromium, as a reader meets it: from a keystroke in a light cell to its fresh output on
 * the page; from the first run on a page that has come to rest to its output; and all demos under "Run all". Times depend
 * on the machine: they are for reading, never for a test.
 */
export async function benchNotebook(): Promise<Bench> {
  await ensureBuilt();
  const site = await serve({ dir: dist });
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumFlags });
  try {
    const page = await browser.newPage();
    const report = {
      keystrokeToOutputMs: await keystrokeTimes(page, site.url),
      firstRunMs: await startTimes(page, site.url),
      runAllMs: await runAll(page, site.url),
    };
    const line = (name: string, { median, worst }: Spread) =>
      `${name.padEnd(44)} median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`;
    return {
      lines: [
        line(`keystroke to fresh output (${keystrokes} keystrokes)`, report.keystrokeToOutputMs),
        line(`first run on a page (${starts} pages)`, report.firstRunMs),
        `${'all demos under “Run all”'.padEnd(44)} ${report.runAllMs.toFixed(0)} ms`,
      ],
      report,
    };
  } finally {
    await browser.close();
    await site.close();
  }
}

interface Spread {
  readonly median: number;
  readonly worst: number;
}

async function keystrokeTimes(page: Page, url: string): Promise<Spread> {
  const section = await ownSection(page, url);
  await page.keyboard.insertText('print("now", 1');
  await page.keyboard.insertText(')');
  await page.keyboard.press('Control+Enter');
  await section.getByText('now 1', { exact: true }).waitFor();
  // The caret before the closing bracket: each key is one more digit.
  await page.keyboard.press('ArrowLeft');
  const times: number[] = [];
  for (let count = 0; count < keystrokes; count++) {
    times.push(await page.evaluate(untilOutputChanges));
    await page.waitForTimeout(50);
  }
  return spread(times);

  /** Types a digit and waits until the page shows another output; both on the page's own clock. */
  function untilOutputChanges(): Promise<number> {
    return new Promise((resolve) => {
      // No helper functions here: the page does not have what the compiler puts around their names.
      const outputs = document.activeElement?.closest('[role="group"]')?.querySelector('[data-outputs]');
      const before = outputs?.textContent;
      const from = performance.now();
      const watch = new MutationObserver(() => {
        if (outputs?.textContent === before) return;
        watch.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - from));
      });
      if (outputs) watch.observe(outputs, { subtree: true, childList: true, characterData: true });
      document.execCommand('insertText', false, '1');
    });
  }
}

async function startTimes(page: Page, url: string): Promise<Spread> {
  const times: number[] = [];
  for (let count = 0; count < starts; count++) {
    await page.goto('about:blank');
    const section = await ownSection(page, url);
    await page.keyboard.insertText(`print("start ${count}")`);
    await page.waitForTimeout(restMs);
    const from = performance.now();
    await page.keyboard.press('Control+Enter');
    await section.getByText(`start ${count}`, { exact: true }).waitFor();
    times.push(performance.now() - from);
  }
  // The first page fills the browser's cache.
  return spread(times.slice(1));
}

async function runAll(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(`${url}#/notebook`);
  await page.getByRole('button', { name: 'Run all' }).click();
  const said = await page.getByText(/^\d+ cells in .*/).textContent();
  const [, number = 'NaN', unit] = /in ([\d.,]+)\s*(ms|s)/.exec(said ?? '') ?? [];
  if (!said?.endsWith('all passed')) throw new Error(`Run all: ${said}`);
  return Number(number.replaceAll(',', '')) * (unit === 's' ? 1000 : 1);
}

/** The newest section of the reader's own, its empty cell being edited. */
async function ownSection(page: Page, url: string): Promise<Locator> {
  await page.goto(`${url}#/notebook`);
  await page.getByRole('button', { name: 'Add a section of your own' }).click();
  const section = page.getByRole('region', { name: 'Your own cells' }).last();
  const editor = section.getByRole('textbox');
  await editor.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'textbox');
  return section;
}

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, worst: sorted.at(-1) ?? Number.NaN };
}
