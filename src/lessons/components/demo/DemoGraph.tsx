import { textWidth } from '../../../widgets/chart/index.ts';
import { ScrollBox } from '../../../widgets/controls/index.ts';
import type { GraphChart } from './cell.ts';
import styles from './demo.module.css';

const height = 36;
const gap = 36;
const head = 5;

/** Nodes in a row in their given order, an arrow for each edge; edges that skip nodes run above the row. */
export function DemoGraph({ chart }: { chart: GraphChart }) {
  const widths = chart.nodes.map((name) => Math.ceil(textWidth(name, 14)) + 24);
  const lefts = widths.map((_, i) => 1 + widths.slice(0, i).reduce((sum, width) => sum + width + gap, 0));
  const arrows = chart.edges.map(([from, to]) => ({
    name: `${from} → ${to}`,
    from: chart.nodes.indexOf(from),
    to: chart.nodes.indexOf(to),
  }));
  const top = arrows.some(({ from, to }) => to - from !== 1) ? 30 : 1;
  const width = (lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + 1;
  const middle = top + height / 2;
  const left = (i: number) => lefts[i] ?? 0;
  const wide = (i: number) => widths[i] ?? 0;
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.chartTitle}>{chart.title}</figcaption>
      <ScrollBox label={chart.title}>
        <svg
          width={width}
          height={top + height + 1}
          className={styles.graph}
          role="img"
          aria-label={`${chart.title}: ${arrows.map(({ name }) => name).join(', ')}`}
        >
          {arrows.map(({ name, from, to }) => {
            const start = left(from) + wide(from);
            const end = left(to) - 2;
            const [x, y] = to - from === 1 ? [end, middle] : [left(to) + wide(to) / 2, top - 2];
            const path =
              to - from === 1
                ? `M${start} ${middle}H${end}`
                : `M${left(from) + wide(from) / 2} ${top}C${left(from) + wide(from) / 2} 4 ${x} 4 ${x} ${y}`;
            const tip =
              to - from === 1
                ? `M${x - head} ${y - head}L${x} ${y}L${x - head} ${y + head}`
                : `M${x - head} ${y - head}L${x} ${y}L${x + head} ${y - head}`;
            return <path key={name} d={`${path}${tip}`} />;
          })}
          {chart.nodes.map((name, i) => (
            <g key={name}>
              <rect x={left(i)} y={top} width={wide(i)} height={height} rx={4} />
              <text x={left(i) + wide(i) / 2} y={middle + 5} textAnchor="middle">
                {name}
              </text>
            </g>
          ))}
        </svg>
      </ScrollBox>
    </figure>
  );
}
