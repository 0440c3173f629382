import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { setTheme, type Theme } from './theme.ts';

const widths = [1440, 1024, 390];
const themes: readonly Theme[] = ['light', 'dark'];
const folder = join('.cache', 'screenshots');

/**
 * Takes the whole page at three widths in both themes into `.cache/screenshots/`, to be looked at. Does nothing
 * unless the environment variable SCREENSHOTS is set, so that a test can call it at every state worth seeing.
 */
export async function screenshots(page: Page, name: string) {
  if (!process.env.SCREENSHOTS) return;
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  for (const theme of themes) {
    await setTheme(page, theme);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({
        path: join(folder, `${name}-${width}-${theme}.png`),
        fullPage: true,
        animations: 'disabled',
      });
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
}
