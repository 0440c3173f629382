import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import { dist } from '../../../scripts/build.mjs';

/** The kernel's script as it was built. */
export function builtKernel(): string {
  const [name] = readdirSync(join(dist, 'assets')).filter((file) => /^notebook-kernel-.*\.js$/.test(file));
  if (!name) throw new Error('The build holds no kernel.');
  return readFileSync(join(dist, 'assets', name), 'utf8');
}

/** A sandbox in a page, spoken to without the page's own code, so that any script can stand where the kernel does. */
export interface RawSandbox {
  /** Everything that the frame has said. */
  heard(): Promise<Record<string, unknown>[]>;
  /** Waits until the frame has said something of this type. */
  until(type: string): Promise<Record<string, unknown>>;
  post(message: unknown): Promise<void>;
  frame(): Frame;
}

export async function openRawSandbox(page: Page, source: string): Promise<RawSandbox> {
  await page.evaluate((script) => {
    const heard: unknown[] = [];
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    addEventListener('message', ({ source: from, data }) => {
      if (from !== frame.contentWindow) return;
      heard.push(data);
      if (data.type === 'hello') frame.contentWindow?.postMessage({ type: 'load', source: script }, '*');
    });
    frame.src = new URL('sandbox.html', document.baseURI).href;
    document.body.append(frame);
    Object.assign(window, {
      sandboxHeard: heard,
      sandboxPost: (message: unknown) => frame.contentWindow?.postMessage(message, '*'),
    });
  }, source);

  const heard = () => page.evaluate(() => Reflect.get(window, 'sandboxHeard') as Record<string, unknown>[]);
  return {
    heard,
    async until(type) {
      await page.waitForFunction(
        (wanted) =>
          Reflect.get(window, 'sandboxHeard').some((message: { type: string }) => message.type === wanted),
        type,
      );
      const found = (await heard()).find((message) => message.type === type);
      if (!found) throw new Error(`the frame said no ${type}`);
      return found;
    },
    post: (message) => page.evaluate((sent) => Reflect.get(window, 'sandboxPost')(sent), message),
    frame() {
      const found = page.frames().find((frame) => frame.url().includes('sandbox.html'));
      if (!found) throw new Error('no sandbox in the page');
      return found;
    },
  };
}
