import { requireInteger, requirePositive } from '../../numeric/require.ts';
import type { System } from '../system.ts';

/** Refuses policies that contradict each other, each with the sentence that says why. */
export function checkComposition(system: System, servers: number): void {
  const { discipline, batching, routing, timeout, autoscaler, events = [] } = system;
  const sharing = discipline?.sharing === true;
  const contradict = (first: string, second: string, why: string): never => {
    throw new RangeError(`${first} and ${second} do not combine: ${why}`);
  };
  if (sharing && batching)
    contradict('processorSharing', 'batching', 'one serves all at once, the other in turn');
  if (discipline?.preemptive && batching) {
    contradict(discipline.name, 'batching', 'a running batch cannot be taken apart');
  }
  if (sharing && routing?.needs === 'work') {
    contradict('processorSharing', routing.name, 'the work left of those who share a server is not followed');
  }
  if (sharing && typeof timeout === 'object' && timeout.until === 'started') {
    contradict('processorSharing', "timeout until 'started'", 'service starts on arrival, so nobody waits');
  }
  if (sharing && autoscaler)
    contradict('processorSharing', autoscaler.name, 'servers are not shared one by one');
  if (sharing && events.some((event) => event.name === 'outage' && event.losesWork)) {
    contradict(
      'processorSharing',
      'an outage that loses work',
      "nobody has a server to himself: use work: 'kept'",
    );
  }
  checkFork(system, servers);
  if (system.queues !== undefined && !routing) {
    throw new TypeError('queues and one common line do not combine: give routing, which chooses a queue');
  }
  if (routing?.needs === 'key' && system.keys === undefined) {
    throw new TypeError(`${routing.name} routing needs keys: give keys, such as zipf({ items, exponent })`);
  }
  if (system.cache && system.keys === undefined) {
    throw new TypeError(
      `the ${system.cache.name} cache needs keys: give keys, such as zipf({ items, exponent })`,
    );
  }
  const queues = queuesOf(system, servers);
  if (autoscaler?.central && routing && queues !== servers) {
    contradict(
      autoscaler.name,
      'queues of several servers',
      'it starts and stops whole queues: one server a queue',
    );
  }
  checkServers(system, servers);
}

const checkFork = ({ fork, hedge, routing, autoscaler, ...system }: System, servers: number): void => {
  if (!fork) return;
  if (hedge) {
    throw new RangeError(
      `forkJoin and ${hedge.name} do not combine: one waits for all copies of a request, the other for one`,
    );
  }
  if (autoscaler?.central) {
    throw new RangeError(
      `forkJoin and ${autoscaler.name} do not combine: there may be fewer queues than tasks`,
    );
  }
  if (routing?.name !== 'roundRobin') {
    throw new TypeError('forkJoin needs roundRobin routing, which gives each task a queue of its own');
  }
  const queues = queuesOf({ ...system, routing }, servers);
  if (fork.tasks > queues) throw new RangeError(`tasks must be <= queues = ${queues}, got ${fork.tasks}`);
};

/** How many queues there are. Throws RangeError unless the servers divide evenly. */
export function queuesOf({ routing, queues }: System, servers: number): number {
  if (!routing) return 1;
  const count = requireInteger('queues', queues ?? servers, 1);
  if (servers % count !== 0) throw new RangeError(`queues must divide servers = ${servers}, got ${count}`);
  return count;
}

const checkServers = ({ speeds, events = [] }: System, servers: number): void => {
  if (servers > 1_000_000) throw new RangeError(`servers must be <= 1000000, got ${servers}`);
  if (speeds && speeds.length !== servers) {
    throw new RangeError(`speeds must hold one number a server = ${servers}, got ${speeds.length}`);
  }
  speeds?.forEach((speed, i) => {
    requirePositive(`speeds[${i}]`, speed);
  });
  for (const event of events) {
    if (event.name === 'spike') continue;
    for (const server of event.servers ?? []) {
      if (server >= servers)
        throw new RangeError(`servers of an ${event.name} must be < ${servers}, got ${server}`);
    }
  }
};
