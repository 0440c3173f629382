import * as v from 'valibot';
import { limits, type PlotAxis, type PlotSpec, plotSchema } from '../../../../../engine/notebook/index.ts';
import { Mark } from './mark.ts';
import { marks } from './marks.ts';
import { thinned } from './thinned.ts';

export interface PlotOptions {
  readonly title?: string;
  readonly x?: Partial<PlotAxis>;
  readonly y?: Partial<PlotAxis>;
}

/** A chart as data, and what was left out of it. Throws a TypeError that says what is wrong with it. */
export function chartOf(
  input: unknown,
  { title = '', x, y }: PlotOptions = {},
): { plot: PlotSpec; notice?: string } {
  const list = Array.isArray(input) ? input.flat() : [input];
  const contents = list.map((mark: unknown, index) => {
    if (mark instanceof Mark) return mark.content;
    throw new TypeError(`plot takes marks, such as plot.line(points); number ${index} is none`);
  });
  const whole = contents.find((content) => 'kind' in content);
  if (whole && 'kind' in whole) return { plot: valid(chartOfItsOwn(whole, contents, title, y)) };
  const drawn = contents.filter((content) => 'mark' in content);
  if (drawn.length > limits.plotMarks)
    throw new RangeError(`a chart takes ${limits.plotMarks} marks, got ${drawn.length}`);
  const { marks: kept, every } = thinned(drawn);
  const plot = valid({ kind: 'xy', title, x: { ...x }, y: { ...y }, marks: kept });
  const notice =
    every > 1 ? `The chart shows every ${every}th point: it holds ${limits.plotPoints}.` : undefined;
  return { plot, notice };
}

type Whole = Exclude<PlotSpec, { kind: 'xy' }>;

function chartOfItsOwn(
  whole: Whole,
  contents: readonly Mark['content'][],
  title: string,
  y?: Partial<PlotAxis>,
) {
  const others = contents.filter((content) => content !== whole);
  if (whole.kind === 'graph') {
    if (others.length > 0) throw new TypeError('plot.graph is a chart of its own: nothing joins it');
    return { ...whole, title };
  }
  const rules = others.map((content) => {
    if (!('mark' in content) || content.mark !== 'rule' || content.axis !== 'y')
      throw new TypeError('bars are a chart of their own: only plot.rule({ y: … }) may join them');
    return { value: content.value, label: content.label, tone: content.tone };
  });
  return { ...whole, title, y: { ...y }, rules };
}

function valid(spec: unknown): PlotSpec {
  const parsed = v.safeParse(plotSchema, spec);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new TypeError(`plot: ${v.getDotPath(issue) ?? 'the chart'}: ${issue.message}`);
}

/** The name `plot` of a cell: a function with the marks at it. */
export function createPlot(draw: (input: unknown, options?: PlotOptions) => void) {
  return Object.assign((input: unknown, options?: PlotOptions) => draw(input, options), marks);
}
