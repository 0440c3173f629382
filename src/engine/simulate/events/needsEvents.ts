import type { System } from '../system.ts';

/** Whether a system has anything that the recursions do not know. */
export function needsEvents(system: System): boolean {
  const { discipline, admission, events, speeds } = system;
  return (
    (discipline !== undefined && discipline.name !== 'fcfs') ||
    system.batching !== undefined ||
    system.routing !== undefined ||
    system.queues !== undefined ||
    system.cache !== undefined ||
    (admission !== undefined && !(Array.isArray(admission) && admission.length === 0)) ||
    system.timeout !== undefined ||
    system.retry !== undefined ||
    system.breaker !== undefined ||
    system.hedge !== undefined ||
    system.fork !== undefined ||
    system.autoscaler !== undefined ||
    (events !== undefined && events.length > 0) ||
    speeds !== undefined
  );
}
