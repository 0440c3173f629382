import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { CellOutput } from '../../../src/engine/notebook/index.ts';
import { CellControls } from '../../../src/widgets/notebook/outputs/CellControls.tsx';
import { CellOutputs } from '../../../src/widgets/notebook/outputs/CellOutputs.tsx';
import { complaints, expectAccessible, show, user, useTheme } from '../support/show.tsx';
import { controls, longPrint, nested, plots, short, words } from './everyOutput.ts';
import { settled } from './settled.ts';

const text = (element: Element) => element.textContent?.replaceAll(/\s+/g, ' ') ?? '';

describe.each(['light', 'dark'] as const)('everything a cell can put out, %s', (theme) => {
  it.each([1440, 390])('is accessible, silent and no wider than the page at %i px', async (width) => {
    useTheme(theme);
    await page.viewport(width, 900);
    const heard = complaints();
    const { root, all } = await show(
      <main>
        <h1>Outputs</h1>
        <CellOutputs
          outputs={[{ kind: 'plot', plot: plots[0]! }, ...words, ...longPrint]}
          controls={controls}
          onControl={() => {}}
          elapsed={12}
          onPlace={() => {}}
        />
        <CellOutputs outputs={words} stale />
      </main>,
    );
    await settled(() => {
      expect(all('svg[role]').length).toBeGreaterThan(0);
      for (const table of all('table')) {
        const box = table.parentElement!;
        if (box.scrollHeight > box.clientHeight + 1) expect(box.tabIndex).toBe(0);
      }
    });
    await expectAccessible(root);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(heard).toEqual([]);
  });
});

describe('printed and logged lines', () => {
  it('name the level of a log in a word, and warnings and errors with a mark too', async () => {
    const { all } = await show(<CellOutputs outputs={words} />);
    const lines = all('[data-level]');
    expect(lines.map((line) => line.dataset.level)).toEqual(['log', 'info', 'warn', 'error', 'debug']);
    for (const line of lines) expect(text(line)).toMatch(new RegExp(`^${line.dataset.level}`));
    expect(lines.map((line) => line.querySelectorAll(':scope > span > svg').length)).toEqual([0, 1, 1, 1, 0]);
    expect(text(lines[0]!)).toBe('logseed7[1, 2.5, -3]');
  });

  it('fold after twelve and open on request', async () => {
    const { root, find } = await show(<CellOutputs outputs={longPrint} />);
    expect(root.textContent).toContain('line 12');
    expect(root.textContent).not.toContain('line 13');
    const button = find('button');
    expect(text(button)).toBe('Show all 40 lines');
    await user.focus(button);
    await user.press('{Enter}');
    expect(root.textContent).toContain('line 40');
    await user.press('{Enter}');
    expect(root.textContent).not.toContain('line 13');
  });

  it('fold inside one long text as well, and stay whole where folding would hide little', async () => {
    const lines = (count: number): CellOutput => ({
      kind: 'text',
      text: Array.from({ length: count }, (_, i) => `row ${i + 1}.`).join('\n'),
    });
    const long = await show(<CellOutputs outputs={[lines(30)]} />);
    expect(long.root.textContent).toContain('row 12.');
    expect(long.root.textContent).not.toContain('row 13.');
    const little = await show(<CellOutputs outputs={[lines(15)]} />);
    expect(little.root.textContent).toContain('row 15.');
    expect(little.all('button')).toEqual([]);
  });
});

describe('a value', () => {
  it('stands on one line where it fits', async () => {
    const { root, all } = await show(<CellOutputs outputs={[{ kind: 'value', value: short }]} />);
    expect(root.textContent).toBe('[1, 2.5, -3]');
    expect(all('details')).toEqual([]);
  });

  it('opens and closes by keyboard, and says in words what was left out', async () => {
    const { root, find } = await show(<CellOutputs outputs={[{ kind: 'value', value: nested }]} />);
    expect(root.textContent).toContain('"p95 over \\"quiet\\" hours"');
    expect(root.textContent).toContain('refers back to itself');
    expect(root.textContent).toContain('Array(4), not shown: too deep or too long');
    expect(root.textContent).not.toContain('900 more');
    const inner = find('li summary');
    expect(text(inner)).toMatch(/^Float64Array\(1000\) \[0, 0\.125, .*…\]$/);
    await user.focus(inner);
    await user.press('{Enter}');
    await settled(() => expect(root.textContent).toContain('900 more entries not shown'));
    expect(find('li li:nth-child(3)').textContent).toBe('2:0.25');
    await user.press('{Enter}');
    await settled(() => expect(root.textContent).not.toContain('900 more'));
  });
});

describe('checks, errors and notices', () => {
  it('give the verdict once, as a word', async () => {
    const { all } = await show(<CellOutputs outputs={words} />);
    expect(all('[data-passed]').map(text)).toEqual([
      'PASS Little’s law holds',
      'FAIL p95: 0.31 is not within 0.01 of 0.25',
    ]);
  });

  it('lead to the place of an error', async () => {
    const onPlace = vi.fn();
    const { find } = await show(<CellOutputs outputs={words} onPlace={onPlace} />);
    const alert = find('[role="alert"]');
    expect(text(alert)).toContain('TypeError: rows is not iterable');
    await user.click(alert.querySelector('button')!);
    expect(onPlace).toHaveBeenCalledExactlyOnceWith({ line: 3, column: 14 });
  });

  it('say of stale outputs that they are from before', async () => {
    const { root, draw } = await show(<CellOutputs outputs={words} stale />);
    expect(root.textContent).toContain('from before the last edit');
    await draw(<CellOutputs outputs={words} />);
    expect(root.textContent).not.toContain('from before');
  });
});

describe('a table', () => {
  const tables = words.filter(({ kind }) => kind === 'table');

  it('has numbers on the right, each as precise as print makes it, and words on the left', async () => {
    const { all } = await show(<CellOutputs outputs={[tables[0]!]} />);
    const row = all('tbody tr:first-child td');
    expect(row.map(text)).toEqual(['first come, first served', '52.0833', '156.02', 'true']);
    expect(row.map((cell) => getComputedStyle(cell).textAlign)).toEqual(['start', 'end', 'end', 'start']);
  });

  it('scrolls by keyboard under a head that stays, and says how many rows there are besides', async () => {
    const { root, find, all } = await show(<CellOutputs outputs={[tables[1]!]} />);
    await settled(() => expect(find('[role="group"][aria-label="Table"]').tabIndex).toBe(0));
    const box = find('[role="group"]');
    const top = () => Math.round(find('th').getBoundingClientRect().top - box.getBoundingClientRect().top);
    expect(top()).toBe(0);
    box.scrollTop = 200;
    expect(top()).toBe(0);
    expect(all('tbody tr')).toHaveLength(50);
    await user.click(find('button'));
    expect(all('tbody tr')).toHaveLength(120);
    expect(root.textContent).toContain('880 more rows not kept');
  });
});

describe('hundreds of outputs', () => {
  const many = Array.from(
    { length: 400 },
    (_, i): CellOutput => ({ kind: 'plot', plot: plots[i % plots.length]! }),
  );

  it('are drawn only as far as the reader has come, and further when the reader goes on', async () => {
    await page.viewport(1024, 800);
    const { all, root } = await show(<CellOutputs outputs={many} />);
    await settled(() => expect(all('svg[role]').length).toBeGreaterThan(2));
    expect(all('svg[role]').length).toBeLessThan(40);
    expect(root.scrollHeight).toBeGreaterThan(400 * 200);
    root.lastElementChild?.lastElementChild?.scrollIntoView();
    await settled(() => {
      const last = root.lastElementChild?.lastElementChild;
      expect(last?.querySelector('svg[role]')).not.toBeNull();
    });
  });

  it('keep their places on the page when the cell runs again', async () => {
    const run = (from: number) =>
      Array.from(
        { length: 400 },
        (_, i): CellOutput => ({ kind: 'check', passed: true, message: `PASS ${from + i}` }),
      );
    const { all, draw } = await show(<CellOutputs outputs={run(0)} />);
    const before = all('[data-passed]');
    await draw(<CellOutputs outputs={run(1000)} />);
    const after = all('[data-passed]');
    expect(after.map(text).at(-1)).toBe('PASS 1399');
    expect(after.every((line, i) => line === before[i])).toBe(true);
  });
});

describe('the sliders of a cell', () => {
  it('pass on what keys and typing make of them, by the slider’s key', async () => {
    const onChange = vi.fn();
    const { all, root } = await show(<CellControls controls={controls} onChange={onChange} />);
    const [rate, servers] = all('input[type="range"]');
    expect(root.textContent).toContain('requests/s');
    await user.focus(rate!);
    await user.press('{ArrowRight}');
    expect(onChange).toHaveBeenLastCalledWith('rate', 8.1);
    await user.focus(servers!);
    await user.press('{Shift>}{ArrowRight}{/Shift}');
    expect(onChange).toHaveBeenLastCalledWith('servers', 5);
    await user.fill(all('input[type="text"]')[0]!, '12.5');
    await user.press('{Enter}');
    expect(onChange).toHaveBeenLastCalledWith('rate', 12.5);
    await user.fill(all('input[type="text"]')[0]!, '99');
    await user.press('{Enter}');
    expect(onChange).toHaveBeenCalledTimes(3);
  });
});
