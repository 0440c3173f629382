import { useRef } from 'react';
import type { PlotSpec } from '../../../../engine/notebook/index.ts';
import { useWidth } from '../../../chart/index.ts';
import { PlotData } from './PlotData.tsx';
import { PlotPicture } from './PlotPicture.tsx';
import styles from './plot.module.css';

/**
 * A chart of a cell, with its data to look at and to take along.
 *
 *     <PlotView plot={output.plot} />
 */
export function PlotView({ plot }: { readonly plot: PlotSpec }) {
  const place = useRef<HTMLElement>(null);
  const width = useWidth(place);
  return (
    <figure ref={place} className={styles.figure}>
      {plot.title && <figcaption className={styles.title}>{plot.title}</figcaption>}
      {width > 0 && <PlotPicture plot={plot} width={width} />}
      <PlotData plot={plot} />
    </figure>
  );
}
