import { type DelayPoint, delayCurve } from '../../../engine/queueing/index.ts';
import { real } from '../../../widgets/frame/parameters.ts';

/** The instrument on the first page: one server that needs 100 ms for a request on average. */
export const serviceRate = 10;

export const utilization = real({
  label: 'Utilization',
  symbol: 'ρ',
  role: 'utilization',
  min: 0.05,
  max: 0.95,
  default: 0.8,
  step: 0.01,
});

/** Mean delay at each utilization up to the picture's edge. */
export const curve: readonly DelayPoint[] = delayCurve(
  { serviceRate },
  Array.from({ length: 199 }, (_, index) => index / 200),
);

export function delayAt(rho: number): DelayPoint {
  const [point] = delayCurve({ serviceRate }, [rho]);
  if (!point) throw new Error('delayCurve answers every utilization');
  return point;
}
