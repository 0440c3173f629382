import type { CellOutput, NotebookSection } from '../../../../src/engine/notebook/index.ts';
import type { ShownOutput } from '../../../../src/widgets/notebook/files/index.ts';

export const hostile = `</pre></script><script>parent.attacked = true</script><img src=x onerror="parent.attacked = true">'"&`;

export const section: NotebookSection = {
  id: '2.4',
  title: `Delay ${hostile}`,
  cells: [
    { id: '2.4/1', kind: 'markdown', source: 'At $\\rho$ = 0.8\n\nthe queue grows.' },
    { id: '2.4/2', kind: 'code', language: 'ts', source: `const load: number = 0.8;\nprint('${hostile}');` },
    { id: 'own/x', kind: 'code', language: 'js', source: '\nload * 2\n' },
    { id: 'own/y', kind: 'foreign', languageName: 'python', source: 'import numpy as np' },
  ],
};

const shown = (output: CellOutput, svg?: string): ShownOutput => ({ output, svg });

export const svg = '<svg xmlns="http://www.w3.org/2000/svg" aria-label="W over ρ"><path d="M0 0L1 1"/></svg>';

export const outputs = new Map<string, ShownOutput[]>([
  [
    '2.4/2',
    [
      shown({ kind: 'text', text: `load 0.8 ${hostile}` }),
      shown({ kind: 'check', passed: true, message: 'PASS load < 1' }),
      shown({ kind: 'console', level: 'warn', values: [{ type: 'leaf', of: 'string', text: 'careful' }] }),
      shown({
        kind: 'value',
        value: {
          type: 'branch',
          label: '{…}',
          more: 0,
          entries: [
            { key: 'mean', value: { type: 'number', value: 0.5 } },
            { key: 'name', value: { type: 'leaf', of: 'string', text: hostile } },
          ],
        },
      }),
      shown({
        kind: 'table',
        table: {
          columns: ['ρ', hostile],
          rows: [
            [0.8, 'a'],
            [Number.NaN, null],
            [true, hostile],
          ],
          more: 3,
        },
      }),
      shown(
        {
          kind: 'plot',
          plot: { kind: 'graph', title: 'W over ρ', nodes: ['a'], edges: [] },
        },
        svg,
      ),
      shown({ kind: 'plot', plot: { kind: 'graph', title: 'No picture', nodes: ['a'], edges: [] } }),
      shown({ kind: 'notice', text: 'Stopped after 10 s.' }),
    ],
  ],
  [
    'own/x',
    [
      shown({
        kind: 'error',
        error: { name: 'RuntimeError', message: 'load is not defined', place: { line: 2, column: 1 } },
      }),
    ],
  ],
]);
