import { formatNumber, textWidth, useChart } from '../../../chart/index.ts';
import type { PlacedBar } from './bars.ts';
import styles from './plot.module.css';

interface Props {
  readonly bars: readonly PlacedBar[];
  /** The bars lie: values stand at their right. */
  readonly lying: boolean;
}

/** Each bar's value at its end, where all of them have the room; a bar that leaves the plot has none. */
export function BarValues({ bars, lying }: Props) {
  const { x, y, plot } = useChart();
  const labels = bars.map((bar) => ({ ...bar, text: formatNumber(bar.value) }));
  const room = ({ from, to, text }: (typeof labels)[number]) =>
    lying ? Math.abs(y(to) - y(from)) >= 12 : x(to) - x(from) >= textWidth(text) + 2;
  if (!labels.every(room)) return null;
  return labels.map(({ from, to, value, text }) => {
    const middle = (from + to) / 2;
    const [px, py] = lying ? [x(value), y(middle)] : [x(middle), y(value)];
    const inside = px >= plot.left - 1 && px <= plot.right + 1 && py >= plot.top - 1 && py <= plot.bottom + 1;
    if (!inside) return null;
    const below = value < 0;
    return lying ? (
      <text
        key={from}
        className={styles.barValue}
        x={px + (below ? -5 : 5)}
        y={py + 4}
        textAnchor={below ? 'end' : 'start'}
      >
        {text}
      </text>
    ) : (
      <text key={from} className={styles.barValue} x={px} y={py + (below ? 14 : -5)} textAnchor="middle">
        {text}
      </text>
    );
  });
}
