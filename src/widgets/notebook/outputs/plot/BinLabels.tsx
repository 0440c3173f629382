import type { PlotMark } from '../../../../engine/notebook/index.ts';
import { type Tone, textColor, textWidth, useChart } from '../../../chart/index.ts';
import { shortened } from './marks.ts';
import styles from './plot.module.css';

interface Peak {
  readonly label: string;
  readonly tone: Tone;
  readonly bins: Extract<PlotMark, { mark: 'bins' }>['bins'];
}

/** Names of histograms, each over its highest bar; one that would lie on another moves below it. */
export function BinLabels({ peaks }: { readonly peaks: readonly Peak[] }) {
  const { x, y, plot } = useChart();
  const taken: { left: number; right: number; y: number }[] = [];
  return peaks.map(({ label, tone, bins }) => {
    const [from, to, value] = bins.reduce((best, bin) => (bin[2] > best[2] ? bin : best), [0, 0, -Infinity]);
    const [left, right, top] = [x(from), x(to), y(value)];
    if (![left, right, top].every(Number.isFinite)) return null;
    const text = shortened(label, plot.width * 0.6);
    const half = textWidth(text, 12, 500) / 2 + 3;
    const at = Math.min(plot.right - half, Math.max(plot.left + half, (left + right) / 2));
    let line = Math.min(plot.bottom - 4, Math.max(plot.top + 12, top - 6));
    const free = () =>
      taken.every((box) => at + half < box.left || at - half > box.right || Math.abs(box.y - line) >= 15);
    while (!free() && line < plot.bottom - 19) line += 15;
    taken.push({ left: at - half, right: at + half, y: line });
    return (
      <text
        key={label}
        className={styles.label}
        style={{ fill: textColor(tone) }}
        x={at}
        y={line}
        textAnchor="middle"
      >
        {text}
      </text>
    );
  });
}
