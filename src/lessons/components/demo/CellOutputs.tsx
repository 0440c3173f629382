import { Icon, ScrollBox } from '../../../widgets/controls/index.ts';
import type { CellOutput } from './cell.ts';
import { DemoBars } from './DemoBars.tsx';
import { DemoGraph } from './DemoGraph.tsx';
import styles from './demo.module.css';
import { printed } from './runDemo.ts';

/** What a cell has put out, in its order. */
export function CellOutputs({ outputs }: { outputs: readonly CellOutput[] }) {
  return (
    <div className={styles.outputs}>
      {outputs.map((output, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an output is known by its place in the run
        <Output key={index} output={output} />
      ))}
    </div>
  );
}

function Output({ output }: { output: CellOutput }) {
  switch (output.kind) {
    case 'line':
      return <p className={styles.line}>{output.text}</p>;
    case 'check':
      return (
        <p className={styles.line} data-check={output.passed ? 'pass' : 'fail'}>
          <Icon name={output.passed ? 'check' : 'close'} size={16} />
          {output.text}
        </p>
      );
    case 'table':
      return <OutputTable {...output} />;
    case 'bars':
      return <DemoBars chart={output.chart} />;
    case 'graph':
      return <DemoGraph chart={output.chart} />;
  }
}

function OutputTable({ columns, rows }: Extract<CellOutput, { kind: 'table' }>) {
  return (
    <ScrollBox label="Table">
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.join(' ')}>
              {row.map((cell, index) => (
                <td key={columns[index]} data-number={typeof cell === 'number'}>
                  {printed(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
