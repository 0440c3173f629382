import { exportPicture } from '../../../chart/exportSvg.ts';

/**
 * The drawn charts inside an element as one SVG file, for exports: colours and typefaces written out, no style sheet
 * needed. Throws where nothing is drawn yet.
 */
export function plotSvg(element: Element): string {
  return exportPicture(element).svg;
}
