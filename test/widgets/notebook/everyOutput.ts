import type { CellControl, CellOutput, PlotSpec, ValueTree } from '../../../src/engine/notebook/index.ts';
import { createStreams } from '../../../src/engine/random/index.ts';

const axis = { label: '', unit: '', scale: 'linear' } as const;
const draws = createStreams(7).stream('outputs');

const loads = Array.from({ length: 40 }, (_, i) => (i + 1) * 0.024);

/** Formula, simulation with intervals, an area and rules on a log axis. */
export const curves: PlotSpec = {
  kind: 'xy',
  title: 'Delay against utilization',
  x: { ...axis, label: 'utilization ρ' },
  y: { ...axis, label: 'mean delay W', unit: 'ms', scale: 'log' },
  marks: [
    { mark: 'area', points: loads.map((x) => [x, 8 / (1 - x), 14 / (1 - x)]), tone: 'simulation' },
    {
      mark: 'line',
      points: loads.map((x) => [x, 10 / (1 - x)]),
      label: 'M/M/1',
      dashed: false,
      step: false,
      tone: 'formula',
    },
    {
      mark: 'line',
      points: loads.map((x) => [x, 5 + 5 / (1 - x)]),
      label: 'M/D/1',
      dashed: true,
      step: false,
    },
    {
      mark: 'scatter',
      points: [0.2, 0.5, 0.8, 0.9].map((x) => [x, 10.4 / (1 - x), 9 / (1 - x), 12 / (1 - x)]),
      label: 'simulated',
      tone: 'simulation',
    },
    { mark: 'rule', axis: 'x', value: 0.8, label: 'target' },
    { mark: 'rule', axis: 'y', value: 100, label: 'SLO', tone: 'bad' },
  ],
};

/** Points at 0 on a log axis, and points beyond a domain that was given. */
export const cut: PlotSpec = {
  kind: 'xy',
  title: '',
  x: { ...axis, label: 'time', unit: 's', domain: [0, 8] },
  y: { ...axis, label: 'requests in the system', scale: 'log' },
  marks: [
    {
      mark: 'line',
      points: [
        [0, 1],
        [1, 3],
        [2, 0],
        [3, 4],
        [5, 20],
        [7, 6],
        [9, 2],
        [10, 1],
      ],
      label: 'N(t)',
      dashed: false,
      step: true,
      tone: 'number',
    },
    { mark: 'rule', axis: 'y', value: -2, label: 'never' },
  ],
};

export const histogram: PlotSpec = {
  kind: 'xy',
  title: 'Two histograms',
  x: { ...axis, label: 'latency', unit: 'ms' },
  y: { ...axis, label: 'requests' },
  marks: [
    {
      mark: 'bins',
      bins: [4, 18, 31, 22, 12, 6, 2].map((n, i) => [i * 10, (i + 1) * 10, n]),
      label: 'before',
    },
    {
      mark: 'bins',
      bins: [2, 8, 16, 26, 24, 11, 5].map((n, i) => [i * 10, (i + 1) * 10, n]),
      label: 'after',
    },
    { mark: 'rule', axis: 'x', value: 52, label: 'p95', tone: 'sojourn' },
  ],
};

/** More points than an SVG should hold. */
export const cloud: PlotSpec = {
  kind: 'xy',
  title: 'Every request',
  x: { ...axis, label: 'arrival', unit: 's' },
  y: { ...axis, label: 'latency', unit: 'ms', scale: 'log' },
  marks: [
    {
      mark: 'scatter',
      points: Array.from({ length: 6_000 }, (_, i) => [i / 100, 20 * (1 - draws.uniform()) ** -0.7]),
      label: 'request',
      tone: 'measured',
    },
  ],
};

export const bars: PlotSpec = {
  kind: 'bars',
  title: 'Mean delay by discipline',
  y: { ...axis, label: 'mean delay', unit: 'ms' },
  groups: ['FIFO', 'SJF', 'PS', 'LIFO'],
  series: [
    { label: 'ρ = 0.5', values: [21, 17, 20.2, 21] },
    { label: 'ρ = 0.8', values: [52, 31, 50, 52.5] },
  ],
  rules: [{ value: 40, label: 'SLO', tone: 'bad' }],
};

export const longNames: PlotSpec = {
  kind: 'bars',
  title: 'Features by PSI',
  y: { ...axis, label: 'PSI' },
  groups: [
    'income of the household before tax',
    'age',
    'number of requests in the last thirty days',
    'country of residence',
    'device',
  ],
  series: [{ label: '', values: [0.31, 0.02, 0.12, 0.27, 0.05] }],
  rules: [{ value: 0.2, label: 'act' }],
};

export const manyNames: PlotSpec = {
  kind: 'bars',
  title: 'Sixty replicas',
  y: { ...axis, label: 'utilization', unit: '%' },
  groups: Array.from({ length: 60 }, (_, i) => `replica ${i + 1}`),
  series: [{ label: '', values: Array.from({ length: 60 }, (_, i) => 50 + 30 * Math.sin(i / 5)) }],
  rules: [],
};

export const pipeline: PlotSpec = {
  kind: 'graph',
  title: 'From commit to traffic',
  nodes: ['commit', 'tests', 'build', 'registry', 'shadow', 'canary', 'traffic'],
  edges: [
    ['commit', 'tests'],
    ['commit', 'build'],
    ['tests', 'registry'],
    ['build', 'registry'],
    ['registry', 'shadow'],
    ['registry', 'canary'],
    ['shadow', 'canary'],
    ['canary', 'traffic'],
    ['registry', 'traffic'],
  ],
};

export const cycle: PlotSpec = {
  kind: 'graph',
  title: 'Monitor, retrain, release',
  nodes: ['monitor', 'retrain', 'evaluate', 'release'],
  edges: [
    ['monitor', 'retrain'],
    ['retrain', 'evaluate'],
    ['evaluate', 'release'],
    ['release', 'monitor'],
    ['evaluate', 'evaluate'],
  ],
};

const number = (value: number): ValueTree => ({ type: 'number', value });
const string = (text: string): ValueTree => ({ type: 'leaf', of: 'string', text });

export const nested: ValueTree = {
  type: 'branch',
  label: '{…}',
  entries: [
    { key: 'name', value: string('p95 over "quiet" hours') },
    { key: 'value', value: number(0.1 + 0.2) },
    { key: 'passed', value: { type: 'leaf', of: 'boolean', text: 'true' } },
    {
      key: 'samples',
      value: {
        type: 'branch',
        label: 'Float64Array(1000)',
        entries: Array.from({ length: 100 }, (_, i) => ({ key: String(i), value: number(i / 8) })),
        more: 900,
      },
    },
    { key: 'parent', value: { type: 'leaf', of: 'circular', text: '' } },
    { key: 'deep', value: { type: 'leaf', of: 'truncated', text: 'Array(4)' } },
  ],
  more: 0,
};

export const short: ValueTree = {
  type: 'branch',
  label: 'Array(3)',
  entries: [1, 2.5, -3].map((value, i) => ({ key: String(i), value: number(value) })),
  more: 0,
};

/** Every kind of output but plots. */
export const words: readonly CellOutput[] = [
  { kind: 'text', text: 'utilization 0.8\nmean delay  0.0520833 s' },
  { kind: 'console', level: 'log', values: [string('seed'), number(7), short] },
  { kind: 'console', level: 'info', values: [string('loaded 3 models')] },
  { kind: 'console', level: 'warn', values: [string('ρ is above 0.9')] },
  { kind: 'console', level: 'error', values: [string('queue full'), nested] },
  { kind: 'console', level: 'debug', values: [nested] },
  { kind: 'value', value: number(0.052083333) },
  { kind: 'value', value: short },
  { kind: 'value', value: nested },
  { kind: 'check', passed: true, message: 'PASS Little’s law holds' },
  { kind: 'check', passed: false, message: 'FAIL p95: 0.31 is not within 0.01 of 0.25' },
  {
    kind: 'table',
    table: {
      columns: ['discipline', 'mean delay (ms)', 'p95 (ms)', 'stable'],
      rows: [
        ['first come, first served', 52.08333, 156.02, true],
        ['shortest first', 31.2, 210.5, true],
        ['processor sharing', 50, 149.786, null],
      ],
      more: 0,
    },
  },
  {
    kind: 'table',
    table: {
      columns: ['request', 'wait', 'service'],
      rows: Array.from({ length: 120 }, (_, i) => [i, i / 7, 1 / (i + 1)]),
      more: 880,
    },
  },
  {
    kind: 'error',
    error: { name: 'TypeError', message: 'rows is not iterable', place: { line: 3, column: 14 } },
  },
  { kind: 'notice', text: 'Stopped: the cell ran longer than 30 s.' },
];

export const controls: readonly CellControl[] = [
  { key: 'rate', label: 'arrival rate', min: 0, max: 20, step: 0.1, value: 8, unit: 'requests/s' },
  { key: 'servers', label: 'servers', min: 1, max: 16, step: 1, value: 4, unit: '' },
];

export const plots: readonly PlotSpec[] = [
  curves,
  cut,
  histogram,
  cloud,
  bars,
  longNames,
  manyNames,
  pipeline,
  cycle,
];

export const longPrint: readonly CellOutput[] = Array.from({ length: 40 }, (_, i) => ({
  kind: 'text',
  text: `line ${i + 1}`,
}));

export const markdown = `# Little's law

The mean number in a system is $\\numberInSystem = \\arrivalRate \\sojourn$, whatever the **distribution**.
See [Little 1961](https://doi.org/10.1287/opre.9.3.383) and [the lesson](#/lesson/5.2)[^1].

$$\\sojourn = \\frac{1}{\\serviceRate - \\arrivalRate}$$

## What to do

- [x] measure
- [ ] compare
- plain \`code\`

> It holds on every sample path.

| policy | p95 (ms) |
|:--|--:|
| FIFO | 156 |
| SJF | 210 |

\`\`\`ts
const rho = lambda / mu;
\`\`\`

A formula with a fault: $\\frac{1}{$ and a picture ![of a queue](https://example.org/queue.png).

[^1]: With the edges counted.
`;
