import { useRef } from 'react';
import type { PlotSpec } from '../../../../engine/notebook/index.ts';
import { useWidth } from '../../../chart/index.ts';
import { BarsPlot } from './BarsPlot.tsx';
import { GraphPlot } from './GraphPlot.tsx';
import { PlotData } from './PlotData.tsx';
import styles from './plot.module.css';
import { XyPlot } from './XyPlot.tsx';

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
      {width > 0 && <Picture plot={plot} width={width} />}
      <PlotData plot={plot} />
    </figure>
  );
}

function Picture({ plot, width }: { readonly plot: PlotSpec; readonly width: number }) {
  switch (plot.kind) {
    case 'xy':
      return <XyPlot plot={plot} width={width} />;
    case 'bars':
      return <BarsPlot plot={plot} width={width} />;
    case 'graph':
      return <GraphPlot plot={plot} />;
  }
}
