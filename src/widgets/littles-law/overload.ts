import type { QueueSettings } from './model.ts';

type Load = Pick<QueueSettings, 'arrivalRate' | 'serviceRate'>;

/** Most requests a second that the widget accepts. */
export const largestRate = 40;

/** A load of ρ = 1.4: faster arrivals, and slower servers where the arrivals reach their bound first. */
export function overload({ servers, serviceRate }: Pick<QueueSettings, 'servers' | 'serviceRate'>): Load {
  const arrivalRate = Math.min(largestRate, 1.4 * servers * serviceRate);
  return { arrivalRate, serviceRate: arrivalRate / (1.4 * servers) };
}
