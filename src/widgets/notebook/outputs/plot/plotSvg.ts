import { exportPicture } from '../../../chart/exportSvg.ts';

/**
 * The drawn charts inside an element as one SVG file, for exports: colours and typefaces written out, no style sheet
 * needed. Undefined where nothing is drawn yet; `drawPlot` draws what the reader has not come to.
 */
export function plotSvg(element: Element): string | undefined {
  return element.querySelector('svg[role][aria-label]') ? exportPicture(element).svg : undefined;
}
