import { memo, useState } from 'react';
import { Button } from '../../controls/index.ts';
import type { LineOutput } from './blocks.ts';
import { ConsoleLine } from './ConsoleLine.tsx';
import { foldLines } from './foldLines.ts';
import styles from './outputs.module.css';

/** Lines of a long print that are shown before the reader asks for all. */
const limit = 12;

/** Printed and logged lines in their order; a long run of them is folded. */
export function Lines({ outputs }: { readonly outputs: readonly LineOutput[] }) {
  const [all, setAll] = useState(false);
  const { shown, total } = foldLines(outputs, limit);
  const folds = shown !== outputs;
  return (
    <div className={styles.lines}>
      {(all ? outputs : shown).map((output, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
        <Line key={index} output={output} />
      ))}
      {folds && (
        <Button kind="quiet" className={styles.fold} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? `Show the first ${limit} lines` : `Show all ${total} lines`}
        </Button>
      )}
    </div>
  );
}

const Line = memo(function Line({ output }: { readonly output: LineOutput }) {
  if (output.kind === 'console') return <ConsoleLine level={output.level} values={output.values} />;
  return <p className={styles.line}>{output.text}</p>;
});
