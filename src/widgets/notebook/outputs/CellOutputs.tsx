import { memo, useDeferredValue } from 'react';
import type { CellControl, CellOutput, SourcePlace } from '../../../engine/notebook/index.ts';
import { formatDuration } from '../../chart/index.ts';
import { blocksOf } from './blocks.ts';
import { CellControls } from './CellControls.tsx';
import { CheckLine } from './CheckLine.tsx';
import { Lines } from './Lines.tsx';
import { Notice } from './Notice.tsx';
import { OutputError } from './OutputError.tsx';
import { OutputTable } from './OutputTable.tsx';
import styles from './outputs.module.css';
import { PlotView } from './plot/PlotView.tsx';
import { ValueView } from './ValueView.tsx';
import { WhenNear } from './WhenNear.tsx';

/**
 * What a cell has put out, in its order.
 *
 *     <CellOutputs outputs={run.outputs} stale={stale} onPlace={(place) => editor.reveal(place)} />
 *
 * An output is known by its place in the run, so a cell that runs again updates its pictures rather than replacing
 * them. Hundreds of outputs are drawn in slices, and pictures far down only when the reader comes near.
 */
export interface CellOutputsProps {
  readonly outputs: readonly CellOutput[];
  /** They no longer follow from what is written; said in words and dimmed. */
  readonly stale?: boolean;
  /** Sliders above the outputs, where the cell's frame does not place them itself. */
  readonly controls?: readonly CellControl[];
  readonly onControl?: (key: string, value: number) => void;
  /** How long the run took, in ms. */
  readonly elapsed?: number | undefined;
  /** Goes to a place in the source; without it, places are only named. */
  readonly onPlace?: (place: SourcePlace) => void;
}

export function CellOutputs({
  outputs,
  stale = false,
  controls = [],
  onControl,
  elapsed,
  onPlace,
}: CellOutputsProps) {
  // A run may put out hundreds of things at once: typing and dragging go first.
  const blocks = blocksOf(useDeferredValue(outputs));
  if (blocks.length === 0 && controls.length === 0 && elapsed === undefined) return null;
  return (
    <div className={styles.outputs} data-outputs data-stale={stale || undefined}>
      {controls.length > 0 && <CellControls controls={controls} onChange={onControl} />}
      {stale && blocks.length > 0 && <p className={styles.stale}>from before the last edit</p>}
      {blocks.map((block) =>
        block.kind === 'lines' ? (
          <Lines key={block.key} outputs={block.outputs} />
        ) : (
          <Output key={block.key} output={block.output} far={block.far} onPlace={onPlace} />
        ),
      )}
      {elapsed !== undefined && (
        <p className={styles.elapsed}>
          <span className={styles.quiet}>took </span>
          {formatDuration(elapsed / 1000, 2)}
        </p>
      )}
    </div>
  );
}

interface OutputProps {
  readonly output: Exclude<CellOutput, { kind: 'text' | 'console' }>;
  readonly far: boolean;
  readonly onPlace: CellOutputsProps['onPlace'];
}

const Output = memo(function Output({ output, far, onPlace }: OutputProps) {
  switch (output.kind) {
    case 'value':
      return <ValueView value={output.value} />;
    case 'check':
      return <CheckLine passed={output.passed} message={output.message} />;
    case 'table':
      return (
        <WhenNear as="div" waiting={far} height={200}>
          <OutputTable table={output.table} label="Table" />
        </WhenNear>
      );
    case 'plot':
      return (
        <WhenNear as="figure" waiting={far} height={320}>
          <PlotView plot={output.plot} />
        </WhenNear>
      );
    case 'error':
      return <OutputError error={output.error} onPlace={onPlace} />;
    case 'notice':
      return <Notice text={output.text} />;
  }
});
