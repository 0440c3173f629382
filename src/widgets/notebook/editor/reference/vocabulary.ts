import type { Entry } from './entry.ts';

/** Finds a call of the engine in its folder. */
type FindCall = (folder: string, name: string) => Entry | undefined;

/** What a cell can use besides the engine's folders, by the name that it is a member of; '' for what stands alone. */
export function cellVocabulary(find: FindCall): Readonly<Record<string, readonly Entry[]>> {
  const own = enginesOwn.flatMap(([folder, name]) => find(folder, name) ?? []);
  return { '': [...words, ...own], plot: plotMarks, input: inputs, console: levels };
}

/** Calls of the engine that cells have without their folder. */
const enginesOwn = [
  ['stats', 'softmax'],
  ['stats', 'percentile'],
  ['drift', 'psi'],
  ['drift', 'jsDivergence'],
] as const;

const call = (name: string, signature: string, prose: string, example?: string): Entry => ({
  name,
  kind: 'call',
  signature,
  prose,
  example,
});

const value = (name: string, signature: string, prose: string, example?: string): Entry => ({
  ...call(name, signature, prose, example),
  kind: 'value',
});

const pointsProse =
  'Points are arrays [x, y], objects { x, y }, or the columns { x: values, y: values }. The label stands at the mark.';

const tones = `type Tone = 'arrival-rate' | 'service-rate' | 'utilization' | 'sojourn' | 'number' | 'cost' | 'neutral'
  | 'formula' | 'simulation' | 'measured' | 'good' | 'warn' | 'bad' | 'ink'`;

const words: readonly Entry[] = [
  call(
    'print',
    'print(...values: unknown[]): void',
    'Prints one line. Numbers have six significant digits.',
    "print('mean', stats.mean([42, 45, 47]), 'ms');",
  ),
  call(
    'display',
    'display<Value>(value: Value): Value',
    'Shows a value as the value of a cell is shown, and gives it back: marks as a chart, else a structure to open.',
    'display(queueing.mm1({ arrivalRate: 8, serviceRate: 10 }));',
  ),
  call(
    'table',
    'table(objects: object[]): void\ntable(columns: string[], rows: unknown[][]): void',
    'Shows a table: of objects, whose keys are the columns, or of column names and rows.',
    "table(['batch', 'ms'], [[1, 12.4], [8, 31.9]]);",
  ),
  {
    ...call(
      'plot',
      'plot(marks: Mark | Mark[], options?: { title?: string; x?: Axis; y?: Axis }): void',
      'Draws one mark or several in one chart. A mark that is the value of a cell is drawn with plain axes.',
      `const curve = [0.1, 0.5, 0.9].map((load) => [load, 1 / (1 - load)]);
plot([plot.line(curve, { label: 'W' }), plot.rule({ x: 0.8, label: 'limit' })], {
  x: { label: 'utilization' },
  y: { label: 'mean time', unit: 's', scale: 'log' },
});`,
    ),
    types: [
      "interface Axis { label?: string; unit?: string; scale?: 'linear' | 'log'; domain?: [number, number] }",
    ],
  },
  call(
    'checkTrue',
    "checkTrue(condition: boolean, name = 'condition'): void",
    'Prints PASS or FAIL with the name. After FAIL the cell stops, and so does what depends on it.',
    "checkTrue(stats.mean([1, 2, 3]) === 2, 'the mean');",
  ),
  call(
    'checkClose',
    "checkClose(value: number, target: number, tolerance = 1e-8, name = 'value'): void",
    'Prints PASS if the value is within the tolerance of the target, else FAIL. After FAIL the cell stops.',
    "checkClose(0.1 + 0.2, 0.3, 1e-8, 'the sum');",
  ),
  call(
    'sleep',
    'sleep(milliseconds: number): Promise<void>',
    'Waits. Write await before it.',
    'await sleep(500);',
  ),
  value(
    'input',
    'const input: { range(options: Range): number }',
    'Controls that stand under the cell.',
    "const load = input.range({ label: 'load', min: 0, max: 1, value: 0.8 });",
  ),
  value(
    'widget',
    'const widget: { id: string; title: string; parameters: Record<string, unknown>; summary: string; rows: object[] } | undefined',
    'The settings and the last result of the widget of this lesson. A cell that uses it runs again when they change.',
    'widget?.parameters;',
  ),
  value(
    'lab',
    'const lab: { name: string; model: string; provider: string; threads: number; batch: number; precision: string; milliseconds: number[]; p50?: number; p95?: number; device: string; createdAt: string }[]',
    'The measurements that were saved on this device, the newest first.',
    'lab.length > 0 ? stats.quantile(lab[0].milliseconds, 0.95) : undefined;',
  ),
  value(
    'console',
    'const console: Pick<Console, …>',
    'Writes below the cell: log, info, warn, error and debug.',
  ),
  value(
    'engine',
    'const engine: typeof import("src/engine")',
    'All of the engine. Its folders can also be used by their own names.',
    'engine.stats === stats;',
  ),
];

const inputs: readonly Entry[] = [
  {
    ...call(
      'range',
      'range(options: Range): number',
      'A slider under the cell; gives its present number. When it is moved the cell runs again, and what depends on it.',
      "const load = input.range({ label: 'load', min: 0, max: 0.99, step: 0.01, value: 0.8 });",
    ),
    types: [
      'interface Range {\n  label: string;\n  min: number;\n  max: number;\n  step?: number;\n  value?: number;\n  unit?: string;\n  /** Tells two sliders with one label apart. */\n  key?: string;\n}',
    ],
  },
];

const mark = (name: string, signature: string, prose: string, example: string): Entry => ({
  ...call(name, signature, prose, example),
  ...(signature.includes('Tone') && { types: [tones] }),
});

const plotMarks: readonly Entry[] = [
  mark(
    'line',
    'line(points: Points, options?: { label?: string; tone?: Tone; dashed?: boolean; step?: boolean }): Mark',
    `A line through the points; with step, a value holds until the next point. ${pointsProse}`,
    "plot.line([[0, 1], [1, 3], [2, 2]], { label: 'queue', step: true });",
  ),
  mark(
    'area',
    'area(points: [x: number, low: number, high: number][], options?: { label?: string; tone?: Tone }): Mark',
    'A band between low and high, as of an interval.',
    "plot.area([[0, 1, 2], [1, 2, 4]], { label: '95 %' });",
  ),
  mark(
    'scatter',
    'scatter(points: Points, options?: { label?: string; tone?: Tone }): Mark',
    `Dots. [x, y, low, high] also draws a whisker from low to high. ${pointsProse}`,
    'plot.scatter([[1, 12.4], [8, 31.9, 30.1, 33.5]]);',
  ),
  mark(
    'histogram',
    'histogram(values: ArrayLike<number>, options?: { bins?: number; label?: string; tone?: Tone }): Mark',
    'How often values fall into bins of one width.',
    'plot.histogram([42, 45, 47, 50, 52, 55, 61, 75, 110, 180], { bins: 5 });',
  ),
  mark(
    'ecdf',
    'ecdf(values: ArrayLike<number>, options?: { label?: string; tone?: Tone }): Mark',
    'For each x the share of values that are at most x, as a step line.',
    'plot.ecdf([42, 45, 47, 50, 52, 55, 61, 75, 110, 180]);',
  ),
  mark(
    'rule',
    'rule(at: { x: number; label?: string; tone?: Tone } | { y: number; label?: string; tone?: Tone }): Mark',
    'A straight line across the chart at one x or one y, such as a limit.',
    "plot.rule({ y: 200, label: 'SLO', tone: 'bad' });",
  ),
  mark(
    'bars',
    'bars(values: Record<string, number>, options?: { tone?: Tone }): Mark',
    'One bar for each name: a chart of its own, which only rules with y may join.',
    'plot.bars({ fifo: 41, sjf: 23 });',
  ),
  mark(
    'groupedBars',
    'groupedBars(groups: string[], series: Record<string, number[]>): Mark',
    'For each group one bar of every series: a chart of its own, which only rules with y may join.',
    "plot.groupedBars(['batch 1', 'batch 8'], { fp32: [12, 40], int8: [7, 22] });",
  ),
  mark(
    'graph',
    'graph(nodes: string[], edges: [from: string, to: string][]): Mark',
    'Boxes and arrows from left to right: a chart of its own.',
    "plot.graph(['queue', 'server'], [['queue', 'server']]);",
  ),
];

const levels: readonly Entry[] = ['log', 'info', 'warn', 'error', 'debug'].map((name) =>
  call(name, `${name}(...values: unknown[]): void`, 'Writes the values below the cell.'),
);
