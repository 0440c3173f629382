import axe from 'axe-core';
import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/widgets/theme/tokens.css';

// React then complains about every update that a test did not wait for.
Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

/** Puts something on the page until the test ends. */
export async function show(element: ReactElement) {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  const draw = (next: ReactElement) => act(async () => root.render(next));
  await draw(element);
  const unmount = () => act(async () => root.unmount());
  onTestFinished(async () => {
    await unmount();
    container.remove();
  });
  return { root: container, draw, unmount, ...finders(container) };
}

function finders(container: HTMLElement) {
  const all = (selector: string) => [...container.querySelectorAll<HTMLElement | SVGElement>(selector)];
  const find = (selector: string) => {
    const [first] = all(selector);
    if (!first) throw new Error(`nothing on the page is ${selector}`);
    return first;
  };
  return { all, find };
}

/** Real keys and a real pointer, each followed by what React makes of it. */
export const user = {
  press: (keys: string) => act(() => userEvent.keyboard(keys)),
  click: (element: Element, at?: Place) => act(() => userEvent.click(element, at && { position: { ...at } })),
  hover: (element: Element, at?: Place) => act(() => userEvent.hover(element, at && { position: { ...at } })),
  fill: (element: Element, text: string) => act(() => userEvent.fill(element, text)),
  choose: (element: HTMLElement | SVGElement, option: string) =>
    act(() => userEvent.selectOptions(element, option)),
  drag: (element: Element, from: Place, to: Place) =>
    // Copies: Vitest writes the scale of its frame into the places that it is given.
    act(() =>
      userEvent.dragAndDrop(element, element, { sourcePosition: { ...from }, targetPosition: { ...to } }),
    ),
  focus: (element: HTMLElement | SVGElement) => act(async () => element.focus()),
};

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Chooses the theme until the test ends. */
export function useTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
  document.body.style.background = 'var(--page)';
  onTestFinished(() => {
    delete document.documentElement.dataset.theme;
  });
}

/** React's word to tests alone: an observer of the browser (a width, a worker) told a component something by itself. */
const isAboutAct = (word: unknown) => String(word).includes('inside a test was not wrapped in act');

/** What the console says during a test. */
export function complaints(): readonly string[] {
  const heard: string[] = [];
  for (const level of ['error', 'warn', 'info', 'log'] as const) {
    const spy = vi.spyOn(console, level);
    spy.mockImplementation((...words) => {
      if (!isAboutAct(words[0])) heard.push(words.map(String).join(' '));
    });
    onTestFinished(() => spy.mockRestore());
  }
  return heard;
}

/** No violation of the accessibility rules that can be checked by machine. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([]);
}
