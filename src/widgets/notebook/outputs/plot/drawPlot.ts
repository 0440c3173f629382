import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { PlotSpec } from '../../../../engine/notebook/index.ts';
import { PlotPicture } from './PlotPicture.tsx';
import { plotSvg } from './plotSvg.ts';

/** Width of a drawing for a file, in px: that of a column of text. */
const fileWidth = 680;

/**
 * A plot as an SVG file, drawn beside the page in the page's theme: for exports of what the reader has not come near.
 *
 *     const svg = await drawPlot(output.plot);
 */
export async function drawPlot(plot: PlotSpec): Promise<string> {
  const place = document.createElement('div');
  place.inert = true;
  Object.assign(place.style, { position: 'fixed', insetInlineStart: '-10000px', width: `${fileWidth}px` });
  document.body.append(place);
  const root = createRoot(place);
  try {
    flushSync(() => root.render(createElement(PlotPicture, { plot, width: fileWidth })));
    // A canvas is painted after the picture stands.
    await new Promise((resolve) => setTimeout(resolve));
    const svg = plotSvg(place);
    if (svg === undefined) throw new Error('the plot could not be drawn');
    return svg;
  } finally {
    root.unmount();
    place.remove();
  }
}
