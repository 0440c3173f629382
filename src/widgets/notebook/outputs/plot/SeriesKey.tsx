import { type Tone, textColor } from '../../../chart/index.ts';
import styles from './plot.module.css';

interface Props {
  readonly series: readonly { readonly label: string; readonly tone: Tone }[];
}

/** Names of series in their colours, above a picture that has no room for them inside. */
export function SeriesKey({ series }: Props) {
  return (
    <p className={styles.series}>
      {series.map(({ label, tone }) => (
        <span key={label} style={{ color: textColor(tone) }}>
          <span className={styles.swatch} />
          {label}
        </span>
      ))}
    </p>
  );
}
