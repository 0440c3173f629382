import styles from './chart.module.css';
import { useChart } from './chartContext.ts';
import { markColor, type Tone } from './tone.ts';

/**
 * Single estimates with their intervals as whiskers. Shapes differ beside colours.
 *
 *     <Dots points={[{ x: 0.5, y: 2.1, low: 1.9, high: 2.4 }]} tone="simulation" shape="circle" />
 */
export interface DotsProps {
  readonly points: readonly Dot[];
  readonly tone?: Tone;
  readonly shape?: 'circle' | 'square' | 'diamond' | 'ring';
  readonly radius?: number;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

export function Dots({ points, tone = 'simulation', shape = 'circle', radius = 4 }: DotsProps) {
  const { x, y, clip } = useChart();
  const color = markColor(tone);
  return (
    <g clipPath={clip}>
      {points.map((point, index) => {
        const [px, py] = [x(point.x), y(point.y)];
        if (!Number.isFinite(px) || !Number.isFinite(py)) return null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two estimates may share a place; they have no other name
          <g key={index}>
            {point.low !== undefined && point.high !== undefined && (
              <path
                className={styles.whisker}
                style={{ stroke: color }}
                d={whisker(px, shown(y(point.low), y.range[0]), shown(y(point.high), y.range[1]))}
              />
            )}
            <path
              className={styles.dot}
              style={
                shape === 'ring' ? { fill: 'var(--surface)', stroke: color, strokeWidth: 2 } : { fill: color }
              }
              d={outline(shape, px, py, radius)}
            />
          </g>
        );
      })}
    </g>
  );
}

function whisker(x: number, low: number, high: number): string {
  return `M${x} ${low}V${high}M${x - 3} ${low}h6M${x - 3} ${high}h6`;
}

function shown(pixel: number, otherwise: number): number {
  return Number.isFinite(pixel) ? pixel : otherwise;
}

function outline(shape: NonNullable<DotsProps['shape']>, x: number, y: number, r: number): string {
  if (shape === 'square') return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`;
  if (shape === 'diamond') {
    const d = r * 1.3;
    return `M${x} ${y - d}L${x + d} ${y}L${x} ${y + d}L${x - d} ${y}z`;
  }
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}
