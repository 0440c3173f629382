import { type Points, textColor, textWidth, useChart } from '../../chart/index.ts';
import styles from './results.module.css';
import { toneAt } from './style.ts';

// Between the quantiles, whose intervals are drawn at 0.5 and from 0.9 on.
const heights = [0.66, 0.36, 0.22, 0.8];

interface CurveLabelsProps {
  readonly curves: readonly { readonly id: string; readonly name: string; readonly points: Points }[];
}

/**
 * Each curve's name beside its middle, where the curves differ; their ends all lie at 100 %. At different heights,
 * so that curves that lie together do not write over each other.
 */
export function CurveLabels({ curves }: CurveLabelsProps) {
  const { x, y, plot } = useChart();
  return (
    <g>
      {curves.map(({ id, name, points }, index) => {
        const share = heights[index % heights.length] ?? 0.66;
        const at = points.find(([, p]) => p >= share);
        if (!at) return null;
        const left = x(at[0]) + 10;
        const fits = left + textWidth(name, 12, 500) <= plot.right;
        return (
          <text
            key={id}
            className={styles.curveLabel}
            style={{ fill: textColor(toneAt(index)) }}
            x={fits ? left : x(at[0]) - 10}
            y={y(share) + 4}
            textAnchor={fits ? 'start' : 'end'}
          >
            {name}
          </text>
        );
      })}
    </g>
  );
}
