import { type Points, textColor, textWidth, useChart } from '../../chart/index.ts';
import styles from './results.module.css';
import { toneAt } from './style.ts';

interface CurveLabelsProps {
  readonly curves: readonly { readonly id: string; readonly name: string; readonly points: Points }[];
}

/**
 * Each curve's name beside its middle, where the curves differ; their ends all lie at 100 %. One below the other,
 * so that curves that lie together do not write over each other.
 */
export function CurveLabels({ curves }: CurveLabelsProps) {
  const { x, y, plot } = useChart();
  return (
    <g>
      {curves.map(({ id, name, points }, index) => {
        const share = 0.62 - 0.14 * index;
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
