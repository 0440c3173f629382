import { describe, expect, it } from 'vitest';
import {
  Axis,
  type AxisSpec,
  Chart,
  categoryAxis,
  DirectLabels,
  Dots,
  formatDuration,
  Line,
  linearAxis,
  logAxis,
  type Points,
  Region,
  Rule,
  StepLine,
} from '../../../src/widgets/chart/index.ts';
import { show } from '../support/show.tsx';

const unit = linearAxis([0, 10]);

/** A picture whose plot is 200 × 100 px from (50, 20): a value of 1 is 20 px wide and 10 px high. */
function Plot({ x = unit, y = unit, children }: { x?: AxisSpec; y?: AxisSpec; children: React.ReactNode }) {
  return (
    <Chart
      width={280}
      height={160}
      margin={{ left: 50, right: 30, top: 20, bottom: 40 }}
      label="test"
      x={x}
      y={y}
    >
      {children}
    </Chart>
  );
}

async function pathOf(mark: React.ReactNode, y?: AxisSpec): Promise<string> {
  const { find } = await show(<Plot y={y}>{mark}</Plot>);
  return find('path').getAttribute('d') ?? '';
}

/** Whether a point of the picture is painted by (or under) a mark. */
function painted(svg: Element, mark: Element, x: number, y: number): boolean {
  const box = svg.getBoundingClientRect();
  return document.elementsFromPoint(box.x + x, box.y + y).includes(mark);
}

describe('a line', () => {
  it('goes through its points', async () => {
    const points: Points = [
      [0, 0],
      [5, 10],
      [10, 5],
    ];
    expect(await pathOf(<Line points={points} />)).toBe('M50,120L150,20L250,70');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('breaks at %f', async (gap) => {
    const points: Points = [
      [0, 0],
      [1, 0],
      [2, gap],
      [3, 10],
      [4, 10],
    ];
    expect(await pathOf(<Line points={points} />)).toBe('M50,120L70,120M110,20L130,20');
  });

  it('breaks at 0 on a log axis', async () => {
    const points: Points = [
      [0, 1],
      [1, 10],
      [2, 0],
      [3, 100],
      [4, 1],
    ];
    expect(await pathOf(<Line points={points} />, logAxis([1, 100]))).toBe('M50,120L70,70M110,20L130,120');
  });

  it('is not drawn beyond the plot', async () => {
    const points: Points = [
      [0, -20],
      [10, 30],
    ];
    const { find } = await show(
      <Plot>
        <Line points={points} width={12} />
      </Plot>,
    );
    const [svg, line] = [find('svg'), find('path')];
    expect(painted(svg, line, 150, 70)).toBe(true);
    expect(painted(svg, line, 110, 140)).toBe(false);
    expect(painted(svg, line, 60, 130)).toBe(false);
  });

  it('has its name at its end, inside the picture', async () => {
    const { find } = await show(
      <Plot>
        <Line
          points={[
            [0, 0],
            [10, 5],
          ]}
          label="a rather long name"
        />
      </Plot>,
    );
    const [text, svg] = [find('text').getBoundingClientRect(), find('svg').getBoundingClientRect()];
    expect(find('text').textContent).toBe('a rather long name');
    expect(text.right).toBeLessThanOrEqual(svg.right);
  });
});

describe('a name beside a right-hand axis', () => {
  it.each(['of one line', 'of several'])('does not lie over its numbers: %s', async (of) => {
    const points: Points = [
      [0, 0],
      [10, 5],
    ];
    const { all } = await show(
      <Chart width={390} height={200} label="test" x={unit} y={unit} right={unit} margin={{ right: 90 }}>
        <Axis side="right" title="done" />
        {of === 'of one line' ? (
          <Line points={points} label="N(t)" />
        ) : (
          <DirectLabels labels={[{ label: 'N(t)', tone: 'ink', points }]} />
        )}
      </Chart>,
    );
    expect(all('text').map(({ textContent }) => textContent)).toContain('N(t)');
    expect(overlaps(all('text'))).toEqual([]);
  });
});

describe('a step line', () => {
  it('holds each value until the next, and the last until its end', async () => {
    const points: Points = [
      [0, 0],
      [2, 5],
      [4, 10],
    ];
    expect(await pathOf(<StepLine points={points} />)).toBe('M50,120L90,120L90,70L130,70L130,20');
    expect(await pathOf(<StepLine points={points} until={6} />)).toBe(
      'M50,120L90,120L90,70L130,70L130,20L170,20L170,20',
    );
  });
});

describe('dots', () => {
  it('have whiskers over their interval', async () => {
    const { find } = await show(
      <Plot>
        <Dots points={[{ x: 5, y: 5, low: 3, high: 8 }]} />
      </Plot>,
    );
    expect(find('g > path').getAttribute('d')).toBe('M150 90V40M147 90h6M147 40h6');
  });

  it('have no whisker outside the plot', async () => {
    const { find } = await show(
      <Plot>
        <Dots points={[{ x: 5, y: 5, low: -8, high: 14 }]} />
      </Plot>,
    );
    const [svg, whisker] = [find('svg'), find('g > path')];
    if (!(whisker instanceof SVGElement)) throw new Error('no whisker');
    whisker.style.strokeWidth = '9';
    expect(painted(svg, whisker, 150, 24)).toBe(true);
    expect(painted(svg, whisker, 150, 115)).toBe(true);
    expect(painted(svg, whisker, 150, 12)).toBe(false);
    expect(painted(svg, whisker, 150, 128)).toBe(false);
  });

  it('are left out where there is nothing to show, and reach the edge from 0 on a log axis', async () => {
    const points = [
      { x: 1, y: Number.NaN },
      { x: 5, y: 10, low: 0, high: 100 },
    ];
    const { all } = await show(
      <Plot y={logAxis([1, 100])}>
        <Dots points={points} />
      </Plot>,
    );
    const paths = all('path').map((path) => path.getAttribute('d') ?? '');
    expect(paths).toHaveLength(2);
    expect(paths[0]).toContain('M150 120V20');
    expect(paths.join()).not.toContain('NaN');
  });
});

describe('a region', () => {
  it('covers its part of the plot and no more', async () => {
    const { find } = await show(
      <Plot>
        <Region from={8} to={99} hatched label="x" />
      </Plot>,
    );
    const region = find('svg > g rect');
    const box = ['x', 'y', 'width', 'height'].map((name) => Number(region.getAttribute(name)));
    expect(box).toEqual([210, 20, 40, 100]);
    expect(find('pattern').id).not.toBe('');
    expect(find(`rect[fill="url(#${find('pattern').id})"]`)).toBeTruthy();
  });

  it('reaches the edge where its bound is off a log axis, and is nothing outside', async () => {
    const { all } = await show(
      <Plot y={logAxis([1, 100])}>
        <Region axis="y" from={0} to={10} />
        <Region axis="y" from={200} to={300} />
      </Plot>,
    );
    const rects = all('svg > g rect');
    expect(rects).toHaveLength(1);
    expect(['y', 'height'].map((name) => Number(rects[0]?.getAttribute(name)))).toEqual([70, 50]);
  });

  it('turns its words upright where it is narrow', async () => {
    const { find } = await show(
      <Plot>
        <Region from={8} to={10} label="unstable: ρ" />
      </Plot>,
    );
    expect(find('svg > g text').getAttribute('transform')).toMatch(/rotate\(-90/);
    const [text, svg] = [find('svg > g text').getBoundingClientRect(), find('svg').getBoundingClientRect()];
    expect(text.left - svg.left).toBeGreaterThanOrEqual(210);
    expect(text.right - svg.left).toBeLessThanOrEqual(250);
  });
});

describe('a fixed rule', () => {
  it('is a line with its name and value, and nothing to operate', async () => {
    const { find, all } = await show(
      <Plot>
        <Rule orientation="horizontal" value={5} label="SLO" />
      </Plot>,
    );
    expect(find('svg > g text').textContent).toBe('SLO 5');
    expect(find('svg > g line').getAttribute('y1')).toBe('70');
    expect(all('[role="slider"]')).toEqual([]);
  });

  it('is not drawn off the plot', async () => {
    const { all } = await show(
      <Plot>
        <Rule orientation="vertical" value={11} label="capacity" />
      </Plot>,
    );
    expect(all('line')).toEqual([]);
  });
});

describe('an axis', () => {
  const axes: (readonly [name: string, spec: AxisSpec])[] = [
    ['from 0 to 1.2', linearAxis([0, 1.2])],
    ['over large numbers', linearAxis([0, 123_456_789])],
    ['below zero', linearAxis([-0.004, 0.003])],
    ['of a log scale over many decades', logAxis([1e-6, 1e6])],
    ['of a log scale within a decade', logAxis([1.1, 2.3])],
    ['of durations', logAxis([1e-6, 7200], { format: formatDuration })],
    ['of names', categoryAxis(['first in, first out', 'shortest first', 'processor sharing'])],
  ];

  it.each(axes.flatMap(([name, spec]) => [1440, 390, 320].map((width) => [name, width, spec] as const)))(
    '%s has no cut and no touching labels at %i px',
    async (_name, width, spec) => {
      const { all, find } = await show(
        <Chart width={width} height={300} label="test" x={spec} y={spec} right={spec}>
          <Axis
            side="bottom"
            title="utilization of all servers, averaged over the whole run"
            unit="requests/s"
          />
          <Axis side="left" title="delay" unit="ms" />
          <Axis side="right" title="servers" />
        </Chart>,
      );
      const picture = find('svg').getBoundingClientRect();
      const texts = all('text');
      expect(texts.length).toBeGreaterThan(6);
      for (const text of texts) {
        const box = text.getBoundingClientRect();
        expect(box.left, text.textContent).toBeGreaterThanOrEqual(picture.left - 0.5);
        expect(box.right, text.textContent).toBeLessThanOrEqual(picture.right + 0.5);
        expect(box.top, text.textContent).toBeGreaterThanOrEqual(picture.top - 0.5);
        expect(box.bottom, text.textContent).toBeLessThanOrEqual(picture.bottom + 0.5);
      }
      expect(overlaps(texts)).toEqual([]);
    },
  );
});

describe('labels at the ends of lines', () => {
  it.each([
    ['in the margin', 100],
    ['in the plot', 20],
  ])('do not lie over each other, %s', async (_where, right) => {
    const names = ['formula', 'simulation', 'measured', 'pinned'];
    const labels = names.map((label, index) => ({
      label,
      tone: 'ink' as const,
      points: [
        [0, 0],
        [index < 3 ? 10 : 0.5, 5 + index / 10],
      ] as const,
    }));
    const { all, find } = await show(
      <Chart width={390} height={200} margin={{ right }} label="test" x={unit} y={unit}>
        <DirectLabels labels={labels} />
      </Chart>,
    );
    const texts = all('text');
    expect(texts.map(({ textContent }) => textContent)).toEqual(names);
    expect(overlaps(texts)).toEqual([]);
    const picture = find('svg').getBoundingClientRect();
    for (const text of texts) {
      const box = text.getBoundingClientRect();
      expect(box.left, text.textContent).toBeGreaterThanOrEqual(picture.left);
      expect(box.right, text.textContent).toBeLessThanOrEqual(picture.right);
    }
  });

  it('are left out for a line that is not in sight', async () => {
    const { all } = await show(
      <Plot>
        <DirectLabels labels={[{ label: 'gone', tone: 'ink', points: [[20, 20]] }]} />
      </Plot>,
    );
    expect(all('text')).toEqual([]);
  });
});

describe('a picture', () => {
  it('is named and described; an image unless there is something to operate', async () => {
    const picture = (interactive: boolean) => (
      <Chart
        width={200}
        height={100}
        x={unit}
        y={unit}
        label="Delay against load"
        description="Delay grows without bound."
        interactive={interactive}
      />
    );
    const { find, draw } = await show(picture(false));
    const svg = find('svg');
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe('Delay against load');
    expect(document.getElementById(svg.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Delay grows without bound.',
    );
    await draw(picture(true));
    expect(svg.getAttribute('role')).toBe('group');
  });
});

/** Pairs of texts whose letters lie over each other. */
function overlaps(texts: readonly Element[]): string[] {
  // A line box is taller than its letters.
  const boxes = texts.map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  return boxes.flatMap(({ text, box }, index) =>
    boxes
      .slice(index + 1)
      .filter(
        ({ box: other }) =>
          box.left < other.right &&
          other.left < box.right &&
          box.top + 2 < other.bottom - 2 &&
          other.top + 2 < box.bottom - 2,
      )
      .map((other) => `${text} / ${other.text}`),
  );
}
