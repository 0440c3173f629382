import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { NumberControl, type NumberControlProps } from '../../../src/widgets/controls/index.ts';
import { integer, real } from '../../../src/widgets/frame/parameters.ts';
import { show, user } from '../support/show.tsx';

const rate = real({
  label: 'arrival rate',
  symbol: 'λ',
  unit: 'requests/s',
  role: 'arrival-rate',
  min: 0,
  max: 20,
  default: 8,
  help: 'How many requests come each second.',
});
const memory = real({ label: 'memory', min: 1, max: 1000, default: 100, scale: 'log' });
const servers = integer({ label: 'servers', min: 1, max: 64, default: 4 });

type Given = Partial<NumberControlProps> & Pick<NumberControlProps, 'parameter'>;

async function control(given: Given) {
  const taken: number[] = [];
  function Held() {
    const [value, setValue] = useState(given.parameter.default);
    const change = (next: number) => {
      taken.push(next);
      setValue(next);
    };
    return <NumberControl value={value} {...given} onChange={change} />;
  }
  const page = await show(<Held />);
  const field = input(page.find('input[type="text"]'));
  const slider = input(page.find('input[type="range"]'));
  return { ...page, taken, field, slider };
}

function input(element: Element): HTMLInputElement {
  if (!(element instanceof HTMLInputElement)) throw new Error('not a field');
  return element;
}

/** What a screen reader reads after a field's name. */
function description(field: HTMLInputElement): string {
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? `no ${id}`).join(' · ');
}

describe('the slider', () => {
  it.each([
    ['{ArrowRight}', 8.1],
    ['{ArrowUp}', 8.1],
    ['{ArrowLeft}', 7.9],
    ['{ArrowDown}', 7.9],
    ['{Shift>}{ArrowRight}{/Shift}', 8.01],
    ['{Alt>}{ArrowRight}{/Alt}', 9],
    ['{Shift>}{ArrowLeft}{/Shift}', 7.99],
    ['{Alt>}{ArrowLeft}{/Alt}', 7],
    ['{PageUp}', 10],
    ['{PageDown}', 6],
    ['{Home}', 0],
    ['{End}', 20],
  ])('moves on %s from 8 to %f', async (keys, value) => {
    const { slider, field, taken } = await control({ parameter: rate });
    await user.focus(slider);
    await user.press(keys);
    expect(taken).toEqual([value]);
    expect(slider.valueAsNumber).toBeCloseTo(value, 10);
    expect(field.value).toBe(String(value));
  });

  it('leaves other keys to the browser', async () => {
    const { slider, taken } = await control({ parameter: rate });
    await user.focus(slider);
    await user.press('a5{Enter}');
    expect(taken).toEqual([]);
    await user.press('{Tab}');
    expect(document.activeElement).not.toBe(slider);
  });

  it('follows the pointer on the steps of the keyboard, up to both bounds', async () => {
    const odd = real({ label: 'share', min: 0.06, max: 0.94, default: 0.5 });
    const { slider, taken } = await control({ parameter: odd });
    const { width, height } = slider.getBoundingClientRect();
    await user.click(slider, { x: width * 0.3, y: height / 2 });
    expect(taken).toEqual([0.3]);
    await user.drag(slider, { x: width * 0.3, y: height / 2 }, { x: width - 1, y: height / 2 });
    expect(taken.at(-1)).toBe(0.94);
    await user.drag(slider, { x: width - 9, y: height / 2 }, { x: 1, y: height / 2 });
    expect(taken.at(-1)).toBe(0.06);
  });

  it('runs over the logarithm on a log scale and says the value itself', async () => {
    const { slider, taken } = await control({ parameter: memory });
    const share = (slider.valueAsNumber - Number(slider.min)) / (Number(slider.max) - Number(slider.min));
    expect(share).toBeCloseTo(2 / 3, 6);
    expect(slider.getAttribute('aria-valuetext')).toBe('100');
    await user.focus(slider);
    await user.press('{ArrowRight}');
    await user.press('{Home}');
    await user.press('{End}');
    await user.press('{PageDown}');
    expect(taken).toEqual([105, 1, 1000, 501]);
  });

  it('says its value with the unit', async () => {
    const { slider } = await control({ parameter: rate });
    expect(slider.getAttribute('aria-label')).toBe('arrival rate');
    expect(slider.getAttribute('aria-valuetext')).toBe('8\u202frequests/s');
  });

  it('covers its range of now, while the field reaches all that is allowed', async () => {
    const { slider, field, taken } = await control({ parameter: rate, range: [0, 10] });
    await user.focus(slider);
    await user.press('{End}');
    await user.fill(field, '15');
    await user.press('{Enter}');
    expect(taken).toEqual([10, 15]);
    expect(slider.valueAsNumber).toBe(10);
  });
});

describe('the field', () => {
  it('takes what is typed on Enter, and not before', async () => {
    const { field, taken } = await control({ parameter: rate });
    await user.fill(field, '12.34');
    expect(taken).toEqual([]);
    await user.press('{Enter}');
    expect(taken).toEqual([12.34]);
  });

  it('takes what is typed when it is left', async () => {
    const { field, slider, taken } = await control({ parameter: rate });
    await user.fill(field, '3');
    await user.press('{Tab}');
    expect(document.activeElement).toBe(slider);
    expect(taken).toEqual([3]);
  });

  it('goes back on Escape', async () => {
    const { field, taken } = await control({ parameter: rate });
    await user.fill(field, '12');
    await user.press('{Escape}');
    expect(field.value).toBe('8');
    await user.press('{Tab}');
    expect(taken).toEqual([]);
  });

  it('steps on arrow keys as the slider does', async () => {
    const { field, taken } = await control({ parameter: rate });
    await user.focus(field);
    await user.press('{ArrowUp}');
    await user.press('{Alt>}{ArrowUp}{/Alt}');
    await user.press('{Shift>}{ArrowDown}{/Shift}');
    expect(taken).toEqual([8.1, 9.1, 9.09]);
  });

  it.each([
    [rate, 'fast', 'arrival rate must be a number. Kept 8.'],
    [rate, '', 'arrival rate must be a number. Kept 8.'],
    [rate, '21', 'arrival rate must lie between 0 and 20 requests/s. Kept 8.'],
    [rate, '-1', 'arrival rate must lie between 0 and 20 requests/s. Kept 8.'],
    [servers, '2.5', 'servers must be a whole number. Kept 4.'],
  ])('says why it refuses a value: $1.label %s', async (parameter, text, reason) => {
    const { field, taken, root } = await control({ parameter });
    expect(field.hasAttribute('aria-invalid')).toBe(false);
    await user.fill(field, text);
    await user.press('{Enter}');
    expect(taken).toEqual([]);
    expect(field.value).toBe(text);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(description(field)).toContain(reason);
    expect(root.querySelector('[role="status"]')?.textContent).toBe(reason);

    await user.fill(field, '5');
    expect(field.hasAttribute('aria-invalid')).toBe(false);
    await user.press('{Enter}');
    expect(taken).toEqual([5]);
    expect(root.querySelector('[role="status"]')?.textContent).toBe('');
  });

  it('is described by its unit', async () => {
    const { field } = await control({ parameter: rate });
    expect(description(field)).toBe('requests/s');
    expect(field.labels?.[0]?.textContent).toBe('arrival rate λ');
  });

  it('ends the typing when the value changes from elsewhere', async () => {
    const { field, slider, taken } = await control({ parameter: rate });
    await user.fill(field, '12');
    await user.press('{ArrowUp}');
    expect(field.value).toBe('8.1');
    await user.focus(slider);
    expect(taken).toEqual([8.1]);
  });
});

describe('a locked number', () => {
  it('says so and cannot be moved or typed', async () => {
    const { field, slider, taken, root } = await control({ parameter: rate, locked: true });
    expect(root.textContent).toContain('locked');
    expect(slider.disabled).toBe(true);
    expect(field.readOnly).toBe(true);
    await user.focus(field);
    await user.press('5{ArrowUp}{Enter}{Tab}');
    expect(taken).toEqual([]);
    expect(field.value).toBe('8');
  });
});

it('takes its colour from its symbol', async () => {
  const { find } = await control({ parameter: rate });
  const probe = document.createElement('span');
  probe.style.color = 'var(--symbol-arrival-rate-text)';
  document.body.append(probe);
  const symbol = [...find('label').children].find(({ textContent }) => textContent === 'λ');
  expect(getComputedStyle(symbol!).color).toBe(getComputedStyle(probe).color);
  probe.remove();
});
