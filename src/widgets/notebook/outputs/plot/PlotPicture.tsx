import type { PlotSpec } from '../../../../engine/notebook/index.ts';
import { BarsPlot } from './BarsPlot.tsx';
import { GraphPlot } from './GraphPlot.tsx';
import { XyPlot } from './XyPlot.tsx';

/** The picture of a plot at a width in px, without its title and its data. */
export function PlotPicture({ plot, width }: { readonly plot: PlotSpec; readonly width: number }) {
  switch (plot.kind) {
    case 'xy':
      return <XyPlot plot={plot} width={width} />;
    case 'bars':
      return <BarsPlot plot={plot} width={width} />;
    case 'graph':
      return <GraphPlot plot={plot} />;
  }
}
