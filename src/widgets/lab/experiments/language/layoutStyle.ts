import type { Dash, DotsProps, Tone } from '../../../chart/index.ts';
import type { CacheLayout } from '../../protocol.ts';

interface LayoutStyle {
  readonly name: string;
  /** Beside a line. */
  readonly short: string;
  readonly tone: Tone;
  readonly dash: Dash;
  readonly shape: NonNullable<DotsProps['shape']>;
}

/** How each layout of the cache looks, in every picture. */
export const layoutStyle: Readonly<Record<CacheLayout, LayoutStyle>> = {
  growing: { name: 'growing cache', short: 'growing', tone: 'measured', dash: 'solid', shape: 'circle' },
  static: { name: 'static cache', short: 'static', tone: 'accent', dash: 'long', shape: 'diamond' },
};
