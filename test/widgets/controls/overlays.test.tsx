import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Dialog, Menu, NumberControl } from '../../../src/widgets/controls/index.ts';
import { real } from '../../../src/widgets/frame/parameters.ts';
import { show, user } from '../support/show.tsx';

const items = [
  { key: 'csv', label: 'CSV data' },
  { key: 'svg', label: 'SVG picture' },
  { key: 'png', label: 'PNG picture' },
] as const;

describe('a menu', () => {
  async function menu() {
    const chosen: string[] = [];
    const page = await show(
      <Menu icon="export" label="Export" items={items} onChoose={(key) => chosen.push(key)} />,
    );
    const list = page.find('[role="menu"]');
    const button = page.find('button[aria-haspopup="menu"]');
    const open = () => list.matches(':popover-open');
    const focused = () => document.activeElement?.textContent;
    return { ...page, chosen, list, button, open, focused };
  }

  it('opens by keyboard, moves round with arrows, Home and End, and chooses', async () => {
    const { button, open, focused, chosen } = await menu();
    await user.focus(button);
    await user.press('{Enter}');
    expect(open()).toBe(true);
    await vi.waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('true'));
    const path: unknown[] = [focused()];
    for (const key of ['{ArrowDown}', '{End}', '{ArrowDown}', '{ArrowUp}', '{Home}', '{ArrowDown}']) {
      await user.press(key);
      path.push(focused());
    }
    expect(path).toEqual([
      'CSV data',
      'SVG picture',
      'PNG picture',
      'CSV data',
      'PNG picture',
      'CSV data',
      'SVG picture',
    ]);
    await user.press('{Enter}');
    expect(chosen).toEqual(['svg']);
    expect(open()).toBe(false);
    expect(document.activeElement).toBe(button);
  });

  it('closes on Escape and gives the focus back', async () => {
    const { button, open, chosen } = await menu();
    await user.focus(button);
    await user.press('{Enter}');
    await user.press('{Escape}');
    expect(open()).toBe(false);
    expect(document.activeElement).toBe(button);
    expect(chosen).toEqual([]);
  });

  it('is opened by a click, closed by the next one on its button, and chosen from', async () => {
    const { button, open, all, chosen } = await menu();
    await user.click(button);
    expect(open()).toBe(true);
    await vi.waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('true'));
    await user.click(button);
    expect(open()).toBe(false);
    await vi.waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'));
    await user.click(button);
    await user.click(all('[role="menuitem"]')[2]!);
    expect(chosen).toEqual(['png']);
    expect(open()).toBe(false);
  });

  it('closes when something else is clicked', async () => {
    const { button, open, root } = await menu();
    root.style.minHeight = '600px';
    await user.click(button);
    await user.click(root, { x: 200, y: 500 });
    expect(open()).toBe(false);
  });

  it('stands inside the window, with no name over its entries', async () => {
    const { button, list, all } = await menu();
    await user.click(button);
    const box = list.getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
    const tip = all('[popover="manual"]')[0]!;
    expect(tip.matches(':popover-open')).toBe(false);
  });
});

describe('a dialog', () => {
  const share = real({ label: 'share', min: 0, max: 1, default: 0.5 });

  async function dialog() {
    const closed = vi.fn();
    function Held() {
      const [open, setOpen] = useState(false);
      const close = () => {
        closed();
        setOpen(false);
      };
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Share
          </button>
          <Dialog
            open={open}
            onClose={close}
            title="Share this state"
            actions={<button type="button">Copy</button>}
          >
            <NumberControl parameter={share} value={0.5} onChange={() => {}} />
          </Dialog>
        </>
      );
    }
    const page = await show(<Held />);
    const opener = page.find('button');
    const element = page.find('dialog');
    if (!(element instanceof HTMLDialogElement)) throw new Error('no dialog');
    await user.focus(opener);
    await user.press('{Enter}');
    return { ...page, closed, opener, element };
  }

  it('opens as a named modal with the focus inside', async () => {
    const { element } = await dialog();
    expect(element.matches(':modal')).toBe(true);
    expect(element.contains(document.activeElement)).toBe(true);
    const title = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
    expect(title?.textContent).toBe('Share this state');
  });

  it('closes on Escape and gives the focus back', async () => {
    const { element, opener, closed } = await dialog();
    await user.press('{Escape}');
    expect(element.open).toBe(false);
    expect(closed).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(opener);
  });

  it('closes by its button and can be opened again', async () => {
    const { element, opener, find } = await dialog();
    await user.click(find('[aria-label="Close"]'));
    expect(element.open).toBe(false);
    expect(document.activeElement).toBe(opener);
    await user.press('{Enter}');
    expect(element.open).toBe(true);
  });

  it('closes when its backdrop is clicked, and not when something in it is', async () => {
    const { element, find, closed } = await dialog();
    await user.click(find('h2'));
    expect(closed).not.toHaveBeenCalled();
    await user.click(element, { x: -10, y: 20 });
    expect(element.open).toBe(false);
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('stays when a text in it is selected and the pointer is let go outside', async () => {
    const { element, find, closed } = await dialog();
    const title = find('h2').getBoundingClientRect();
    const box = element.getBoundingClientRect();
    await user.drag(
      element,
      { x: title.x - box.x + 20, y: title.y - box.y + 10 },
      { x: -10, y: title.y - box.y + 10 },
    );
    expect(closed).not.toHaveBeenCalled();
    expect(element.open).toBe(true);
  });

  it('stays when Escape only ends the typing in a field of it', async () => {
    const { element, find, closed } = await dialog();
    const field = find('input[type="text"]');
    await user.fill(field, '0.7');
    await user.press('{Escape}');
    expect(field).toHaveProperty('value', '0.5');
    expect(closed).not.toHaveBeenCalled();
    expect(element.open).toBe(true);
  });

  it('gives the focus back when it leaves the page while open', async () => {
    const page = (dialogShown: boolean) => (
      <>
        <button type="button">Share</button>
        {dialogShown && (
          <Dialog open onClose={() => {}} title="Share this state">
            text
          </Dialog>
        )}
      </>
    );
    const { find, draw } = await show(page(false));
    await user.focus(find('button'));
    await draw(page(true));
    expect(document.activeElement).not.toBe(find('button'));
    await draw(page(false));
    expect(document.activeElement).toBe(find('button'));
  });
});
