import { textColor, textWidth, useChart } from '../chart/index.ts';
import styles from './latency.module.css';
import { formatLatency } from './words.ts';

/** Where the mean lies, as a small triangle on the axis: it says little of the tail. Its words keep clear of `avoid`, the SLO. */
export function MeanMark({ mean, avoid }: { readonly mean: number; readonly avoid: number }) {
  const { x, plot } = useChart();
  const at = x(mean);
  if (!(at >= plot.left && at <= plot.right)) return null;
  const words = `mean ${formatLatency(mean)}`;
  const gap = x(avoid) - at;
  const wide = textWidth(words, 12, 500) + 12;
  const right = gap < 0 || gap > wide || at - wide < plot.left;
  return (
    <g>
      <path style={{ fill: textColor('soft') }} d={`M${at} ${plot.bottom - 1}l-5 -9h10z`} />
      <text
        className={styles.label}
        style={{ fill: textColor('soft') }}
        x={at + (right ? 8 : -8)}
        y={plot.bottom - 6}
        textAnchor={right ? 'start' : 'end'}
      >
        {words}
      </text>
    </g>
  );
}
