import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { EveryMark, MoreMarks, Sketch } from '../chart/EveryMark.tsx';
import { EveryControl } from './EveryControl.tsx';
import { complaints, expectAccessible, show, user, useTheme } from './show.tsx';

function Everything({ width, dialog = false }: { readonly width: number; readonly dialog?: boolean }) {
  return (
    <main>
      <h1>Everything</h1>
      <EveryControl dialog={dialog} />
      <EveryMark width={width} />
      <MoreMarks width={width} />
      <Sketch width={width} />
      <Sketch width={width} empty />
    </main>
  );
}

describe.each(['light', 'dark'] as const)('every control and mark, %s', (theme) => {
  it.each([1440, 390])('is accessible and silent on the console at %i px', async (width) => {
    useTheme(theme);
    await page.viewport(width, 900);
    const heard = complaints();
    const { root } = await show(<Everything width={Math.min(760, width - 16)} />);
    await expectAccessible(root);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(heard).toEqual([]);
  });

  it('is so while something is wrong, read, open or on top', async () => {
    useTheme(theme);
    await page.viewport(1440, 900);
    const heard = complaints();
    const { root, find, draw } = await show(<Everything width={760} />);
    await user.fill(find('input[type="text"]'), 'fast');
    await user.press('{Enter}');
    expect(root.textContent).toContain('must be a number');
    await user.click(find('summary'));
    await user.hover(find('[aria-label^="Read all series"]').closest('svg') ?? root, { x: 300, y: 150 });
    await expectAccessible(root);
    await user.click(find('[aria-haspopup="menu"]'));
    await expectAccessible(root);
    await user.press('{Escape}');
    await draw(<Everything width={760} dialog />);
    await expectAccessible(root);
    expect(heard).toEqual([]);
  });
});
