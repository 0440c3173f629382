import { act } from 'react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PlotSpec } from '../../../src/engine/notebook/index.ts';
import { drawPlot } from '../../../src/widgets/notebook/outputs/plot/drawPlot.ts';
import { PlotView } from '../../../src/widgets/notebook/outputs/plot/PlotView.tsx';
import { plotSvg } from '../../../src/widgets/notebook/outputs/plot/plotSvg.ts';
import { plotTable } from '../../../src/widgets/notebook/outputs/plot/plotTable.ts';
import { complaints, expectAccessible, show, user, useTheme } from '../support/show.tsx';
import { bars, cloud, curves, cut, cycle, histogram, longNames, manyNames, plots } from './everyOutput.ts';
import { settled } from './settled.ts';

async function drawn(plot: PlotSpec, width = 800) {
  await page.viewport(width, 900);
  const shown = await show(<PlotView plot={plot} />);
  await settled(() => shown.find('svg[role]'));
  return { ...shown, svg: shown.find('svg[role]') };
}

const words = (svg: Element) =>
  [...svg.querySelectorAll('text')].map(({ textContent }) => textContent ?? '').filter(Boolean);

/** Pairs of texts that lie on each other. */
function overlaps(svg: Element): readonly string[] {
  const boxes = [...svg.querySelectorAll('text')].map((text) => ({
    text: text.textContent ?? '',
    box: text.getBoundingClientRect(),
  }));
  return boxes.flatMap(({ text, box }, i) =>
    boxes
      .slice(i + 1)
      .filter(({ box: other }) => box.left < other.right && other.left < box.right)
      .filter(({ box: other }) => box.top + 2 < other.bottom && other.top + 2 < box.bottom)
      .map((other) => `${text} | ${other.text}`),
  );
}

describe.each([
  [1024, 'light'],
  [390, 'dark'],
] as const)('every plot, %i px, %s', (width, theme) => {
  it.each(plots.map((plot) => [plot.title || 'without a title', plot] as const))(
    'is accessible and silent: %s',
    async (_title, plot) => {
      useTheme(theme);
      const heard = complaints();
      const { root, svg } = await drawn(plot, width);
      expect(svg.getAttribute('aria-label')).not.toBe('');
      expect(svg.querySelector('desc')?.textContent).not.toBe('');
      await user.click(root.querySelector('button')!);
      await settled(() => expect(root.querySelector('table')).not.toBeNull());
      await expectAccessible(root);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
      expect(heard).toEqual([]);
    },
  );
});

describe('axes', () => {
  it('carry titles with units, and names stand at the marks', async () => {
    const { svg } = await drawn(curves);
    expect(words(svg)).toEqual(
      expect.arrayContaining([
        'utilization ρ',
        'mean delay W (ms)',
        'M/M/1',
        'M/D/1',
        'simulated',
        'SLO 100',
        'target 0.8',
      ]),
    );
    expect(overlaps(svg)).toEqual([]);
  });

  it('say how many points a log axis cannot show, and how many lie outside a given domain', async () => {
    const { root, svg } = await drawn(cut);
    expect(root.textContent).toContain(
      '1 of 8 points could not be drawn: the vertical log axis has no place for 0 and below.',
    );
    expect(root.textContent).toContain('2 of 8 points lie outside the range that the axes were given');
    expect(root.textContent).toContain('The line “never” at −2 lies outside the axes');
    expect(words(svg)).toContain('8');
    expect(words(svg)).not.toContain('9');
    expect(svg.querySelector('desc')?.textContent).toContain('could not be drawn');
  });

  it('say nothing where everything is shown', async () => {
    const { all } = await drawn(curves);
    expect(all('figure > p')).toEqual([]);
  });

  it('choose a range of their own where a log axis is given one that reaches 0', async () => {
    const plot: PlotSpec = {
      kind: 'xy',
      title: '',
      x: { label: '', unit: '', scale: 'linear' },
      y: { label: '', unit: '', scale: 'log', domain: [0, 10] },
      marks: [
        {
          mark: 'line',
          points: [
            [0, 1],
            [1, 100],
          ],
          dashed: false,
          step: false,
        },
      ],
    };
    const { root, svg } = await drawn(plot);
    expect(root.textContent).toContain('The vertical log axis cannot run from 0 to 10');
    expect(words(svg)).toContain('100');
  });

  it.each([
    ['nothing', []],
    ['one point', [[3, 3]]],
    [
      'equal values',
      [
        [1, 2],
        [2, 2],
      ],
    ],
    [
      'values that no log axis can show',
      [
        [-1, -1],
        [0, 0],
      ],
    ],
  ] as const)('survive %s', async (_what, points) => {
    const heard = complaints();
    for (const scale of ['linear', 'log'] as const) {
      const axis = { label: 'a', unit: '', scale };
      const mark = { points: points.map(([x, y]): [number, number] => [x, y]) };
      const { svg } = await drawn({
        kind: 'xy',
        title: 'edge',
        x: axis,
        y: axis,
        marks: [
          { mark: 'line', ...mark, dashed: false, step: false, label: 'edge' },
          { mark: 'scatter', ...mark, label: 'edge' },
          { mark: 'bins', bins: [], label: 'none' },
        ],
      });
      expect(svg.outerHTML).not.toContain('NaN');
    }
    expect(heard).toEqual([]);
  });
});

describe('the crosshair', () => {
  it('reads every line and both edges of an area by arrow key, with the unit', async () => {
    const { find, root } = await drawn(curves);
    await user.focus(find('[role="slider"]'));
    await user.press('{ArrowRight}');
    const spoken = root.querySelector('output')?.textContent ?? '';
    for (const name of ['M/M/1', 'M/D/1', 'area, high', 'area, low']) expect(spoken).toContain(name);
    expect(spoken).toMatch(/M\/M\/1 [\d.]+\u202fms/);
  });

  it('reads the bar under it', async () => {
    const { find, root } = await drawn(histogram);
    await user.focus(find('[role="slider"]'));
    await user.press('{Home}');
    expect(root.querySelector('output')?.textContent).toBe('before 4, after 2');
    await user.press('{End}');
    expect(root.querySelector('output')?.textContent).toBe('before 2, after 5');
  });

  it('is not offered where nothing can be read by it', async () => {
    const { all, svg } = await drawn(cloud);
    expect(all('[role="slider"]')).toEqual([]);
    expect(svg.getAttribute('role')).toBe('img');
  });
});

describe('thousands of points', () => {
  const pixels = (canvas: HTMLCanvasElement) =>
    canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
  const painted = (canvas: HTMLCanvasElement) => pixels(canvas).some((value, i) => i % 4 === 3 && value > 0);
  /** Mean green of what is painted. */
  const green = (canvas: HTMLCanvasElement) => {
    const data = pixels(canvas);
    let [sum, count] = [0, 0];
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3]! > 130) {
        sum += data[i + 1]!;
        count += 1;
      }
    }
    return sum / count;
  };

  it('are painted on a canvas as sharp as the screen, in the colours of the theme', async () => {
    useTheme('light');
    const { find, svg } = await drawn(cloud);
    const canvas = find('canvas') as Element as HTMLCanvasElement;
    await settled(() => expect(painted(canvas)).toBe(true));
    expect(canvas.width).toBe(Math.round(svg.getBoundingClientRect().width * window.devicePixelRatio));
    expect(svg.querySelectorAll('path').length).toBeLessThan(50);
    expect(words(svg)).toContain('request');
    const light = green(canvas);
    await act(async () => {
      document.documentElement.dataset.theme = 'dark';
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    expect(green(canvas)).toBeGreaterThan(light + 20);
  });

  it('go into the SVG that is handed out', async () => {
    const { root, find } = await drawn(cloud);
    await settled(() => expect(painted(find('canvas') as Element as HTMLCanvasElement)).toBe(true));
    const svg = new DOMParser().parseFromString(plotSvg(root) ?? '', 'image/svg+xml').documentElement;
    expect(svg.querySelector('image')?.getAttribute('href')).toMatch(/^data:image\/png/);
    expect(svg.textContent).toContain('latency (ms)');
  });
});

describe('bars', () => {
  it('stand beside each other in groups, with their values and the names of the series', async () => {
    const { root, svg } = await drawn(bars);
    expect(words(svg)).toEqual(expect.arrayContaining(['FIFO', 'LIFO', '52.5', '17', 'SLO 40']));
    expect(root.textContent).toContain('ρ = 0.5');
    expect(overlaps(svg)).toEqual([]);
  });

  it.each([1024, 390])('lie in rows where names are too long to stand below: %i px', async (width) => {
    const { svg } = await drawn(longNames, width);
    expect(overlaps(svg)).toEqual([]);
    const names = [...svg.querySelectorAll('text')].filter(({ textContent }) =>
      /^(income|age|number|country|device)/.test(textContent ?? ''),
    );
    expect(names).toHaveLength(5);
    const tops = names.map((name) => name.getBoundingClientRect().top);
    expect(new Set(tops).size).toBe(5);
  });

  it('name some of very many and say that not all are named', async () => {
    const { root, svg } = await drawn(manyNames, 390);
    expect(overlaps(svg)).toEqual([]);
    expect(words(svg)).toContain('replica 1');
    expect(root.textContent).toContain('Not every bar has its name');
  });
});

describe('a graph', () => {
  it('draws each edge, and says which close a cycle', async () => {
    const { root, svg, all } = await drawn(cycle);
    expect(words(svg)).toEqual(['monitor', 'retrain', 'evaluate', 'release']);
    expect(all('svg[role] path')).toHaveLength(5);
    expect(all('path[data-back]')).toHaveLength(2);
    expect(root.textContent).toContain('release → monitor, evaluate → evaluate');
    expect(svg.querySelector('desc')?.textContent).toContain('monitor to retrain');
  });
});

describe('the data of a plot', () => {
  it.each(plots.map((plot) => [plot.title || 'without a title', plot] as const))(
    'stands in the table as it is drawn: %s',
    async (_title, plot) => {
      const { find, all } = await drawn(plot);
      await user.click(find('button'));
      const { columns, rows } = plotTable(plot);
      expect(all('th').map(({ textContent }) => textContent)).toEqual(columns);
      expect(all('tbody tr')).toHaveLength(Math.min(50, rows.length));
    },
  );

  it('has a row for each point of each mark', () => {
    const { columns, rows } = plotTable(cut);
    expect(columns).toEqual(['mark', 'time (s)', 'requests in the system']);
    expect(rows).toHaveLength(9);
    expect(rows[2]).toEqual(['N(t)', 2, 0]);
    expect(rows[8]).toEqual(['never', null, -2]);
    expect(plotTable(histogram).rows[0]).toEqual(['before', 0, 10, 4]);
    expect(plotTable(histogram).columns).toEqual([
      'mark',
      'latency (ms), from',
      'latency (ms), to',
      'requests',
    ]);
  });

  it('is copied as CSV', async () => {
    let copied = '';
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      copied = text;
    });
    onTestFinished(() => write.mockRestore());
    const { all, root } = await drawn(bars);
    await user.click(all('button')[1]!);
    expect(copied).toBe('name,ρ = 0.5,ρ = 0.8\r\nFIFO,21,52\r\nSJF,17,31\r\nPS,20.2,50\r\nLIFO,21,52.5\r\n');
    expect(root.textContent).toContain('Copied');
  });
});

describe('a plot as a file', () => {
  it('stands on its own', async () => {
    const { root } = await drawn(histogram);
    const text = plotSvg(root) ?? '';
    expect(text).not.toMatch(/\s(class|style)=/);
    expect(text).not.toContain('var(');
    const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(svg.querySelector('parsererror')).toBeNull();
    expect(svg.documentElement.textContent).toContain('before');
  });

  it('is not there before it is drawn', () => {
    expect(plotSvg(document.createElement('figure'))).toBeUndefined();
  });

  it.each(plots.map((plot) => [plot.title || 'without a title', plot] as const))(
    'is drawn beside the page where the reader has not come to it, and leaves nothing there: %s',
    async (_title, plot) => {
      const before = document.body.childElementCount;
      const text = await act(() => drawPlot(plot));
      expect(document.body.childElementCount).toBe(before);
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      expect(svg.querySelector('parsererror')).toBeNull();
      const name =
        plot.kind === 'graph'
          ? plot.nodes[0]!
          : plot.kind === 'bars'
            ? plot.groups[0]!.slice(0, 6)
            : plot.x.label;
      expect(svg.documentElement.textContent).toContain(name);
      if (plot === cloud)
        expect(svg.querySelector('image')?.getAttribute('href')?.length).toBeGreaterThan(10_000);
    },
  );
});
