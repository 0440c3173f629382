import { act, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import {
  Chart,
  Crosshair,
  type CrosshairProps,
  DrawCurve,
  linearAxis,
  logAxis,
  Rule,
  type RuleProps,
  readLine,
  readStep,
} from '../../../src/widgets/chart/index.ts';
import { type Place, show, user } from '../support/show.tsx';

/** A plot of 200 × 100 px from (50, 20): a value of 1 is 20 px wide and 10 px high. */
const frame = {
  width: 280,
  height: 160,
  margin: { left: 50, right: 30, top: 20, bottom: 40 },
  label: 'test',
  x: linearAxis([0, 10]),
  y: linearAxis([0, 10]),
} as const;

describe('a line to be moved', () => {
  async function rule(given: Partial<RuleProps>, y = frame.y) {
    const path: number[] = [];
    function Held() {
      const [value, setValue] = useState(given.value ?? 5);
      const change = (next: number) => {
        path.push(next);
        setValue(next);
      };
      return (
        <Chart {...frame} y={y}>
          <Rule orientation="vertical" step={1} label="limit" {...given} value={value} onChange={change} />
        </Chart>
      );
    }
    const page = await show(<Held />);
    const handle = page.find('[role="slider"]');
    return { ...page, path, handle, svg: page.find('svg') };
  }

  /** Real pointer steps from one place to the next. */
  async function dragThrough(svg: Element, places: readonly Place[]) {
    for (const [index, place] of places.entries()) {
      const next = places[index + 1];
      if (next) await user.drag(svg, place, next);
    }
  }

  it.each(['vertical', 'horizontal'] as const)(
    'takes the same path of values by pointer and by keyboard: %s',
    async (orientation) => {
      const at = (value: number) =>
        orientation === 'vertical' ? { x: 50 + 20 * value, y: 80 } : { x: 120, y: 120 - 10 * value };
      const byPointer = await rule({ orientation });
      await dragThrough(byPointer.svg, [5, 6, 7, 6, 0, 10].map(at));
      await byPointer.unmount();

      const byKeyboard = await rule({ orientation });
      await user.focus(byKeyboard.handle);
      await user.press('{ArrowRight}{ArrowUp}{ArrowLeft}{Home}{End}');
      expect(byKeyboard.path).toEqual([6, 7, 6, 0, 10]);
      expect(byPointer.path).toEqual(byKeyboard.path);
    },
  );

  it('does not jump to the pointer that takes hold beside it', async () => {
    const { svg, path } = await rule({ step: 0.1 });
    await user.drag(svg, { x: 158, y: 80 }, { x: 178, y: 80 });
    expect(path.at(-1)).toBe(6);
  });

  it('steps finely with Shift and coarsely with Alt', async () => {
    const { handle, path } = await rule({ step: 0.1 });
    await user.focus(handle);
    await user.press('{Shift>}{ArrowRight}{/Shift}');
    await user.press('{Alt>}{ArrowRight}{/Alt}');
    await user.press('{PageDown}');
    expect(path).toEqual([5.01, 6, 5]);
  });

  it('stops at its bounds, by pointer as by keyboard', async () => {
    const { svg, handle, path } = await rule({ min: 2, max: 8 });
    await user.drag(svg, { x: 150, y: 80 }, { x: 249, y: 80 });
    expect(path.at(-1)).toBe(8);
    await user.focus(handle);
    await user.press('{Home}');
    expect(path.at(-1)).toBe(2);
  });

  it('moves by ratios on a log axis', async () => {
    const { svg, handle, path } = await rule({ orientation: 'horizontal', value: 10 }, logAxis([1, 100]));
    await user.focus(handle);
    await user.press('{ArrowUp}');
    expect(path).toEqual([10.5]);
    await user.press('{Home}');
    await user.drag(svg, { x: 120, y: 119 }, { x: 120, y: 69 });
    expect(path.at(-1)).toBeCloseTo(10, 1);
  });

  it('is a slider to a screen reader: name, bounds, value in the axis’ words', async () => {
    const { handle } = await rule({ format: (value) => `${value} ms` });
    const said = Object.fromEntries(
      ['aria-label', 'aria-valuemin', 'aria-valuemax', 'aria-valuenow', 'aria-valuetext'].map((name) => [
        name,
        handle.getAttribute(name),
      ]),
    );
    expect(said).toEqual({
      'aria-label': 'limit',
      'aria-valuemin': '0',
      'aria-valuemax': '10',
      'aria-valuenow': '5',
      'aria-valuetext': '5 ms',
    });
  });

  it('waits at the edge when its value lies off the plot', async () => {
    const { find } = await rule({ value: 14, max: 20 });
    expect(find('line').getAttribute('x1')).toBe('250');
  });

  it('keeps its words in the picture wherever it stands', async () => {
    for (const value of [0, 5, 10]) {
      const { find, unmount } = await rule({ value, label: 'a rather long name' });
      const [text, svg] = [find('text').getBoundingClientRect(), find('svg').getBoundingClientRect()];
      expect(text.left).toBeGreaterThanOrEqual(svg.left);
      expect(text.right).toBeLessThanOrEqual(svg.right);
      await unmount();
    }
  });
});

describe('the crosshair', () => {
  const rising = readLine([
    [0, 0],
    [10, 10],
  ]);
  const held = readStep([
    [2, 4],
    [6, 8],
  ]);

  async function crosshair(given: Partial<CrosshairProps> = {}) {
    const page = await show(
      <Chart {...frame}>
        <Crosshair
          name="utilization"
          step={1}
          series={[
            { label: 'formula', at: rising, format: (y) => `${y} ms` },
            { label: 'simulation', at: held },
          ]}
          {...given}
        />
      </Chart>,
    );
    const handle = page.find('[role="slider"]');
    const sheet = () =>
      [...handle.querySelectorAll('[aria-hidden] text')].map(({ textContent }) => textContent);
    return { ...page, handle, svg: page.find('svg'), sheet, spoken: () => page.find('output').textContent };
  }

  it('reads all series where the pointer is, says nothing aloud, and goes with it', async () => {
    const { svg, handle, sheet, spoken, find } = await crosshair();
    expect(sheet()).toEqual([]);
    await user.hover(svg, { x: 50 + 20 * 7, y: 60 });
    expect(sheet()).toEqual(['7', 'formula', '7 ms', 'simulation', '8']);
    expect(find('line').getAttribute('x1')).toBe('190');
    expect(spoken()).toBe('');
    await user.hover(svg, { x: 20, y: 60 });
    expect(sheet()).toEqual([]);
    expect(handle.getAttribute('aria-valuetext')).toContain('not placed');
  });

  it('has no reading where a series has none', async () => {
    const { svg, sheet } = await crosshair();
    await user.hover(svg, { x: 50 + 20, y: 60 });
    expect(sheet()).toEqual(['1', 'formula', '1 ms']);
  });

  it('moves by keyboard from the middle, is announced, and is put away by Escape and on leaving', async () => {
    const { handle, sheet, spoken } = await crosshair();
    await user.focus(handle);
    await user.press('{ArrowRight}');
    expect(sheet()[0]).toBe('6');
    expect(spoken()).toBe('formula 6 ms, simulation 8');
    expect(handle.getAttribute('aria-valuenow')).toBe('6');
    expect(handle.getAttribute('aria-valuetext')).toBe('6');
    await user.press('{Home}');
    expect(spoken()).toBe('formula 0 ms');
    await user.press('{Escape}');
    expect([sheet(), spoken()]).toEqual([[], '']);
    await user.press('{End}');
    expect(spoken()).toBe('formula 10 ms, simulation 8');
    await act(async () => handle.blur());
    expect([sheet(), spoken()]).toEqual([[], '']);
  });

  it('reaches by pointer what it reaches by keyboard', async () => {
    const values: (number | undefined)[] = [];
    const { svg, handle } = await crosshair({ value: 3, onChange: (value) => values.push(value) });
    await user.hover(svg, { x: 50 + 20 * 4 + 7, y: 60 });
    await user.focus(handle);
    await user.press('{ArrowRight}');
    expect(values).toEqual([4, 4]);
  });

  it('rests only at its stops', async () => {
    const { svg, handle, sheet } = await crosshair({ stops: [0, 2.5, 9] });
    await user.hover(svg, { x: 50 + 20 * 4, y: 60 });
    expect(sheet()[0]).toBe('2.5');
    await user.focus(handle);
    await user.press('{ArrowRight}');
    expect(sheet()[0]).toBe('9');
  });

  it('has its sheet inside the picture at both ends', async () => {
    const { svg, handle, find } = await crosshair();
    await user.focus(handle);
    for (const key of ['{Home}', '{End}']) {
      await user.press(key);
      const [sheet, picture] = [
        find('g[aria-hidden] > rect').getBoundingClientRect(),
        svg.getBoundingClientRect(),
      ];
      expect(sheet.left).toBeGreaterThanOrEqual(picture.left);
      expect(sheet.right).toBeLessThanOrEqual(picture.right + 1);
    }
  });

  it('does not lie over a line that can be dragged', async () => {
    const taken = vi.fn();
    const { find } = await show(
      <Chart {...frame}>
        <Rule orientation="vertical" value={5} step={1} label="limit" onChange={taken} />
        <Crosshair series={[{ label: 'formula', at: rising }]} />
      </Chart>,
    );
    await user.drag(find('svg'), { x: 150, y: 80 }, { x: 190, y: 80 });
    expect(taken).toHaveBeenLastCalledWith(7);
  });
});

describe('a curve to be drawn', () => {
  const xs = Array.from({ length: 11 }, (_, index) => index);

  async function sketch() {
    let latest: readonly (number | undefined)[] = [];
    function Held() {
      const [values, setValues] = useState<readonly (number | undefined)[]>(xs.map(() => undefined));
      latest = values;
      return (
        <Chart {...frame}>
          <DrawCurve
            xs={xs}
            values={values}
            onChange={setValues}
            label="Delay"
            step={1}
            formatX={(x) => `ρ = ${x}`}
          />
        </Chart>
      );
    }
    const page = await show(<Held />);
    return { ...page, handle: page.find('[role="slider"]'), svg: page.find('svg'), values: () => latest };
  }

  const at = (x: number, y: number): Place => ({ x: 50 + 20 * x, y: 120 - 10 * y });
  const whole = (values: readonly (number | undefined)[]) =>
    values.map((value) => (value === undefined ? undefined : Math.round(value)));

  it('has no gap after one fast stroke', async () => {
    const { svg, values, root } = await sketch();
    expect(root.textContent).toContain('Draw here');
    await user.drag(svg, at(0.1, 1), at(9.9, 9));
    expect(values().every((value) => value !== undefined)).toBe(true);
    expect(values()[0]).toBeCloseTo(1, 0);
    expect(values()[10]).toBeCloseTo(9, 0);
    const drawn = values().map((value) => value ?? 0);
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    expect(root.textContent).not.toContain('Draw here');
  });

  it('has no gap when the pointer moves several times before the page is drawn again', async () => {
    const { find, svg, values } = await sketch();
    const pad = [...svg.querySelectorAll('rect')].at(-1)!;
    const capture = vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue();
    const box = svg.getBoundingClientRect();
    const send = (type: string, place: Place) =>
      pad.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 7,
          clientX: box.x + place.x,
          clientY: box.y + place.y,
        }),
      );
    await act(async () => {
      send('pointerdown', at(0, 2));
      for (const [x, y] of [
        [3, 2],
        [6, 5],
        [10, 5],
      ] as const)
        send('pointermove', at(x, y));
      send('pointerup', at(10, 5));
    });
    capture.mockRestore();
    expect(whole(values())).toEqual([2, 2, 2, 2, 3, 4, 5, 5, 5, 5, 5]);
    expect(find('path').getAttribute('d')).not.toMatch(/M.*M/);
  });

  it('is not drawn by a pointer that only hovers', async () => {
    const { svg, values } = await sketch();
    await user.hover(svg, at(3, 3));
    await user.hover(svg, at(8, 8));
    expect(values().every((value) => value === undefined)).toBe(true);
  });

  it('is drawn by keyboard, and says where it is', async () => {
    const { handle, values } = await sketch();
    await user.focus(handle);
    expect(handle.getAttribute('aria-valuetext')).toBe('ρ = 0: not drawn');
    await user.press('{ArrowUp}{ArrowUp}{ArrowRight}{ArrowUp}');
    await user.press('{Shift>}{ArrowDown}{/Shift}');
    expect(values().slice(0, 3)).toEqual([2, 2.9, undefined]);
    expect(handle.getAttribute('aria-valuetext')).toBe('ρ = 1: 2.9');
    await user.press('{End}{Alt>}{ArrowUp}{/Alt}');
    expect(values()[10]).toBe(10);
    expect(handle.getAttribute('aria-valuetext')).toBe('ρ = 10: 10');
    await user.press('{Home}');
    expect(handle.getAttribute('aria-valuetext')).toBe('ρ = 0: 2');
  });

  it('takes up by keyboard where the pen left off', async () => {
    const { svg, handle, values } = await sketch();
    await user.drag(svg, at(2, 4), at(5, 4));
    await user.focus(handle);
    await user.press('{ArrowRight}');
    expect(whole(values()).slice(2, 7)).toEqual([4, 4, 4, 4, 4]);
  });
});
