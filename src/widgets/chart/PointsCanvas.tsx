import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import type { Dot } from './Dots.tsx';
import { markColor, type Tone } from './tone.ts';
import { useSurroundings } from './useSurroundings.ts';

/**
 * Thousands of points, painted on a canvas under the picture's axes; beyond about two thousand an element each is too
 * slow. Where points lie upon each other the colour is denser. Exports take the canvas along as an image.
 *
 *     <PointsCanvas points={latencies.map((y, x) => ({ x, y }))} tone="measured" />
 */
export interface PointsCanvasProps {
  readonly points: readonly Dot[];
  readonly tone?: Tone;
  readonly radius?: number;
}

export function PointsCanvas({ points, tone = 'simulation', radius = 2 }: PointsCanvasProps) {
  const frame = useChart();
  const canvas = useRef<HTMLCanvasElement>(null);
  const surroundings = useSurroundings();
  // Painted anew where the theme or the screen has changed: a canvas holds pixels, not colours by name.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above; `tone` reaches the canvas through its style
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const { width, height, plot, x, y } = frame;
    const ratio = window.devicePixelRatio;
    canvas.current.width = Math.round(width * ratio);
    canvas.current.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    context.beginPath();
    context.rect(plot.left, plot.top - 1, plot.width, plot.height + 2);
    context.clip();
    const { color } = getComputedStyle(canvas.current);
    context.fillStyle = color;
    context.strokeStyle = color;
    context.globalAlpha = 0.55;
    for (const { x: atX, y: atY, low, high } of points) {
      const [px, py] = [x(atX), y(atY)];
      if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
      if (low !== undefined && high !== undefined) {
        const [bottom, top] = [finite(y(low), plot.bottom), finite(y(high), plot.top)];
        context.fillRect(px - 0.5, top, 1, bottom - top);
      }
      context.beginPath();
      context.arc(px, py, radius, 0, 2 * Math.PI);
      context.fill();
    }
  }, [frame, points, radius, tone, surroundings]);
  if (!frame.below) return null;
  const { width, height } = frame;
  return createPortal(
    <canvas ref={canvas} className={styles.canvas} style={{ width, height, color: markColor(tone) }} />,
    frame.below,
  );
}

/** A whisker's end that the axis cannot show (0 on a log axis) lies at the edge of the plot. */
function finite(pixel: number, edge: number): number {
  return Number.isFinite(pixel) ? pixel : edge;
}
