import axe from 'axe-core';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, vi } from 'vitest';

/** Puts something on the page, and takes it off again. */
export function render(element: ReactElement): { root: HTMLElement; unmount: () => void } {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  root.render(element);
  return {
    root: container,
    unmount: () => {
      root.unmount();
      container.remove();
    },
  };
}

/** Waits until what follows a change of size has been drawn. */
export async function nextFrames(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
}

/** No violation of the accessibility rules that can be checked by machine. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}

/** Everything that the page complains about from now on. */
export function complaints(): string[] {
  const heard: string[] = [];
  for (const level of ['error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...words) => heard.push(words.map(String).join(' ')));
  }
  return heard;
}

/** Scrolls from the top to the end and back, as a reader does: what loads on approach has then been asked for. */
export async function readThrough(): Promise<void> {
  for (let top = 0; top <= document.documentElement.scrollHeight; top += 600) {
    window.scrollTo(0, top);
    await nextFrames();
  }
  window.scrollTo(0, 0);
  await nextFrames();
}
