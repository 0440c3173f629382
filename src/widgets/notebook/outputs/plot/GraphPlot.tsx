import { useId, useMemo } from 'react';
import type { PlotSpec } from '../../../../engine/notebook/index.ts';
import { textWidth } from '../../../chart/index.ts';
import { ScrollBox } from '../../../controls/index.ts';
import { describe, plotName } from './describe.ts';
import { boxHeight, layoutGraph } from './layoutGraph.ts';
import { shortened } from './marks.ts';
import styles from './plot.module.css';
import { Statements } from './Statements.tsx';

/** Width of a name at most; longer ones are cut, and whole in the data. */
const widestName = 220;

/** Nodes from left to right with an arrow for each edge; what leads back, and so closes a cycle, runs dashed below. */
export function GraphPlot({ plot }: { readonly plot: Extract<PlotSpec, { kind: 'graph' }> }) {
  const id = useId();
  const { boxes, arrows, width, height } = useMemo(
    () =>
      layoutGraph(
        plot.nodes,
        plot.edges,
        (name) => Math.min(widestName, Math.ceil(textWidth(name, 14))) + 24,
      ),
    [plot],
  );
  const back = arrows.filter((arrow) => arrow.back);
  const statements =
    back.length > 0
      ? [
          `Dashed edges lead back and close a cycle: ${back.map(({ from, to }) => `${from} → ${to}`).join(', ')}.`,
        ]
      : [];
  return (
    <>
      <ScrollBox label={plotName(plot)}>
        <svg
          className={styles.graph}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={plotName(plot)}
          aria-describedby={`${id}description`}
        >
          <desc id={`${id}description`}>{describe(plot)}</desc>
          {arrows.map(({ from, to, back, path }) => (
            <path
              key={JSON.stringify([from, to])}
              className={styles.arrow}
              data-back={back || undefined}
              d={path}
            />
          ))}
          {boxes.map(({ name, x, y, width: wide }) => (
            <g key={name}>
              <rect
                className={styles.node}
                x={x - wide / 2}
                y={y - boxHeight / 2}
                width={wide}
                height={boxHeight}
                rx={4}
              />
              <text className={styles.nodeName} x={x} y={y + 5} textAnchor="middle">
                {shortened(name, widestName, 14)}
              </text>
            </g>
          ))}
        </svg>
      </ScrollBox>
      <Statements statements={statements} />
    </>
  );
}
