import { createContext, type RefObject, useContext } from 'react';
import type { PlotScale } from './scale.ts';

/** The plot's rectangle within the picture, in px. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  readonly plot: PlotArea;
  readonly x: PlotScale;
  readonly y: PlotScale;
  /** Second scale for an axis on the right, where one was given. */
  readonly right: PlotScale | undefined;
  readonly svg: RefObject<SVGSVGElement | null>;
  /** `url(#…)` that keeps marks inside the plot. */
  readonly clip: string;
  /** HTML layers under and over the SVG; undefined until mounted. */
  readonly below: HTMLElement | null;
  readonly above: HTMLElement | null;
  /** Asks for room below the plot for this many lines of the axis title. */
  readonly setTitleLines: (lines: number) => void;
}

export const titleLineHeight = 15;

export const ChartContext = createContext<ChartFrame | undefined>(undefined);

/** Scales and measures of the surrounding `<Chart>`, for marks that a widget draws itself. */
export function useChart(): ChartFrame {
  const frame = useContext(ChartContext);
  if (!frame) throw new Error('marks belong inside a <Chart>');
  return frame;
}
