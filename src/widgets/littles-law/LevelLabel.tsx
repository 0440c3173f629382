import { formatNumber } from '../chart/format.ts';
import { textColor, textWidth, useChart } from '../chart/index.ts';
import styles from './View.module.css';

/** The value of L̄ at the end of its line, on a ground of its own: N(t) goes on behind it. */
export function LevelLabel({ at, level }: { at: number; level: number }) {
  const { x, y, plot } = useChart();
  const text = `L̄ = ${formatNumber(level)}`;
  const width = textWidth(text, 12, 600) + 10;
  const fits = x(at) + 8 + width <= plot.right;
  const left = fits ? x(at) + 8 : x(at) - 8 - width;
  return (
    <g>
      <rect className={styles.ground} x={left} y={y(level) - 9} width={width} height={18} rx={3} />
      <text className={styles.level} style={{ fill: textColor('number') }} x={left + 5} y={y(level) + 4}>
        {text}
      </text>
    </g>
  );
}
