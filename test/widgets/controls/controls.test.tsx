import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  ChoiceControl,
  CopyField,
  Disclosure,
  IconButton,
  NumberControl,
  SeedField,
  ToggleControl,
} from '../../../src/widgets/controls/index.ts';
import { choice, real, toggle } from '../../../src/widgets/frame/parameters.ts';
import { show, user } from '../support/show.tsx';

const discipline = choice({
  label: 'discipline',
  options: { fifo: 'FIFO', sjf: 'SJF', ps: 'PS' },
  default: 'fifo',
  help: 'Who is served next.',
});
const router = choice({
  label: 'router',
  options: { random: 'random', robin: 'round robin', least: 'least work', two: 'power of two', hash: 'hash' },
  default: 'random',
});
const hedging = toggle({ label: 'hedging', default: false, help: 'Sends a second copy.' });

describe('a choice among a few', () => {
  async function segments(locked = false) {
    const taken: string[] = [];
    function Held() {
      const [value, setValue] = useState('fifo');
      const change = (next: string) => {
        taken.push(next);
        setValue(next);
      };
      return <ChoiceControl parameter={discipline} value={value} onChange={change} locked={locked} />;
    }
    const page = await show(<Held />);
    return { ...page, taken, checked: () => page.find('input:checked').getAttribute('value') };
  }

  it('is a named group of radio buttons that a click chooses from', async () => {
    const { all, find, taken, checked } = await segments();
    expect(find('fieldset > legend').textContent).toBe('discipline');
    expect(all('input[type="radio"]')).toHaveLength(3);
    await user.click(all('label')[1]!);
    expect(taken).toEqual(['sjf']);
    expect(checked()).toBe('sjf');
  });

  it('moves with the arrow keys', async () => {
    const { find, taken } = await segments();
    await user.focus(find('input:checked'));
    await user.press('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(taken).toEqual(['sjf', 'ps', 'fifo', 'ps']);
  });

  it('keeps its help clear of the buttons', async () => {
    const { find } = await segments();
    const buttons = find('fieldset > div').getBoundingClientRect();
    expect(find('fieldset > p').getBoundingClientRect().top - buttons.bottom).toBeGreaterThanOrEqual(4);
  });

  it('cannot be changed when locked', async () => {
    const { find, checked } = await segments(true);
    expect(find('fieldset')).toHaveProperty('disabled', true);
    expect(find('input').matches(':disabled')).toBe(true);
    expect(checked()).toBe('fifo');
  });
});

describe('a choice among many', () => {
  it('is a select', async () => {
    const taken = vi.fn();
    const { find } = await show(<ChoiceControl parameter={router} value="random" onChange={taken} />);
    expect(find('label').getAttribute('for')).toBe(find('select').id);
    await user.choose(find('select'), 'power of two');
    expect(taken.mock.calls).toEqual([['two']]);
  });

  it('cannot be changed when locked', async () => {
    const { find } = await show(
      <ChoiceControl parameter={router} value="random" onChange={() => {}} locked />,
    );
    expect(find('select')).toHaveProperty('disabled', true);
  });
});

describe('a toggle', () => {
  it('goes on and off by click and by Space', async () => {
    const taken: boolean[] = [];
    function Held() {
      const [value, setValue] = useState(false);
      const change = (next: boolean) => {
        taken.push(next);
        setValue(next);
      };
      return <ToggleControl parameter={hedging} value={value} onChange={change} />;
    }
    const { find } = await show(<Held />);
    await user.click(find('label'));
    await user.focus(find('input'));
    await user.press(' ');
    expect(taken).toEqual([true, false]);
    expect(find('label').textContent).toBe('hedging');
  });

  it('cannot be changed when locked', async () => {
    const { find } = await show(
      <ToggleControl parameter={hedging} value={false} onChange={() => {}} locked />,
    );
    expect(find('input')).toHaveProperty('disabled', true);
  });
});

describe('the seed', () => {
  async function seed(start = 7, locked = false) {
    const taken: number[] = [];
    function Held() {
      const [value, setValue] = useState(start);
      const change = (next: number) => {
        taken.push(next);
        setValue(next);
      };
      return <SeedField value={value} maximum={99} locked={locked} onChange={change} />;
    }
    const page = await show(<Held />);
    const field = page.find('input');
    if (!(field instanceof HTMLInputElement)) throw new Error('no field');
    return { ...page, taken, field };
  }

  it('takes a typed number on Enter and on leaving', async () => {
    const { field, taken } = await seed();
    await user.fill(field, '12');
    expect(taken).toEqual([]);
    await user.press('{Enter}');
    await user.fill(field, '13');
    await user.press('{Tab}');
    expect(taken).toEqual([12, 13]);
  });

  it('takes the next one by its button, and 0 after the last', async () => {
    const { find, taken } = await seed(98);
    await user.click(find('button'));
    await user.click(find('button'));
    expect(taken).toEqual([99, 0]);
  });

  it.each(['100', '-1', '1.5', 'x', ''])('refuses “%s”, says why and keeps the seed before', async (text) => {
    const { field, taken, root } = await seed();
    await user.fill(field, text);
    await user.press('{Enter}');
    expect(taken).toEqual([]);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe(text);
    const reason = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('The seed must be a whole number from 0 to 99. Kept 7.');
    await user.press('{Escape}');
    expect(field.value).toBe('7');
    expect(field.getAttribute('aria-invalid')).not.toBe('true');
    expect(root.querySelector('[role="status"]')?.textContent).toBe('');
  });

  it('cannot be changed when locked', async () => {
    const { field, find } = await seed(7, true);
    expect(field.readOnly).toBe(true);
    expect(find('button')).toHaveProperty('disabled', true);
  });
});

describe('a text to copy', () => {
  it('is copied by its button', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { find } = await show(<CopyField label="Link" value="https://example.org/#5.2" />);
    await user.click(find('button'));
    expect(write.mock.calls).toEqual([['https://example.org/#5.2']]);
    expect(find('[role="status"]').textContent).toBe('Copied');
    write.mockRestore();
  });

  it('is selected where the clipboard is refused', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    const { find } = await show(<CopyField label="Link" value="https://example.org/#5.2" />);
    await user.click(find('button'));
    const field = find('input');
    expect(field).toMatchObject({ selectionStart: 0, selectionEnd: 24 });
    expect(find('[role="status"]').textContent).toBe('Selected: copy it with your keyboard');
    write.mockRestore();
  });
});

describe('what is folded away', () => {
  it('opens and closes by click and by keyboard', async () => {
    const inside = real({ label: 'rate', min: 0, max: 1, default: 0.5 });
    const { find } = await show(
      <Disclosure summary="More settings">
        <NumberControl parameter={inside} value={0.5} onChange={() => {}} />
      </Disclosure>,
    );
    const visible = () => find('input').checkVisibility();
    expect(visible()).toBe(false);
    await user.click(find('summary'));
    expect(visible()).toBe(true);
    await user.focus(find('summary'));
    await user.press('{Enter}');
    expect(visible()).toBe(false);
  });
});

describe('a button that is a picture', () => {
  const tip = (page: { find: (selector: string) => Element }) => page.find('[popover]');
  const shown = (element: Element) => element.matches(':popover-open');

  it('shows its name while it is hovered', async () => {
    const page = await show(
      <>
        <p>away</p>
        <IconButton icon="play" label="Play" />
      </>,
    );
    expect(shown(tip(page))).toBe(false);
    await user.hover(page.find('button'));
    expect(shown(tip(page))).toBe(true);
    expect(tip(page).textContent).toBe('Play');
    await user.hover(page.find('p'));
    expect(shown(tip(page))).toBe(false);
  });

  it('shows its name at keyboard focus until Escape, inside the window', async () => {
    const page = await show(
      <IconButton icon="play" label="Play from the beginning of the recording" pressed />,
    );
    await user.press('{Tab}');
    expect(document.activeElement).toBe(page.find('button'));
    expect(shown(tip(page))).toBe(true);
    const box = tip(page).getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
    await user.press('{Escape}');
    expect(shown(tip(page))).toBe(false);
    expect(page.find('button').getAttribute('aria-pressed')).toBe('true');
    expect(page.find('button').getAttribute('aria-label')).toBe('Play from the beginning of the recording');
  });
});
