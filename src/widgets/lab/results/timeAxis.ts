import { extent } from 'd3-array';
import { type AxisSpec, linearAxis, logAxis } from '../../chart/index.ts';
import { formatMs } from '../formats.ts';

/** An axis for times in milliseconds that holds all of them, log by default; a linear one begins at zero. */
export function timeAxis(times: Iterable<number>, log: boolean): AxisSpec {
  const [low = 0.1, high = 1] = extent(times);
  if (!log) return linearAxis([0, high * 1.05], { format: formatMs });
  // At least a factor of two, so that the noise of a very even run does not fill the picture.
  const middle = Math.sqrt(low * high);
  return logAxis([Math.min(low / 1.3, middle / 1.5), Math.max(high * 1.2, middle * 1.5)], {
    format: formatMs,
  });
}
