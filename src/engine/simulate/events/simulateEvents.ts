import { createStreams } from '../../random/streams.ts';
import { fcfs } from '../discipline/fcfs.ts';
import { keysOf } from '../keys.ts';
import type { Log } from '../log.ts';
import { timeout } from '../retry/timeout.ts';
import { SampledTallyBuilder } from '../sampledTally.ts';
import { pauseFault, type ScheduledEvent, type ServerFault, type TrafficSpike } from '../schedule/faults.ts';
import { joinPauses } from '../schedule/pauses.ts';
import { withSpikes } from '../schedule/spikes.ts';
import type { Plan, System } from '../system.ts';
import { type Tally, TallyBuilder } from '../tally.ts';
import { CacheSide } from './cacheSide.ts';
import { ClientSide } from './clientSide.ts';
import { checkComposition, queuesOf } from './composition.ts';
import { Engine } from './engine.ts';
import { EventLog } from './eventLog.ts';
import { Faults } from './faults.ts';
import { Gates } from './gates.ts';
import { Intake } from './intake.ts';
import { Recorder } from './recorder.ts';
import { Routing } from './routing.ts';

/** Runs any system through the event list. The recursions give the same paths where they are legal. */
export function simulateEvents(system: System, settings: Plan): Log | Tally {
  const { servers } = settings;
  checkComposition(system, servers);
  const { discipline = fcfs(), autoscaler, routing, events = [] } = system;
  const streams = createStreams(settings.seed);
  const queues = queuesOf(system, servers);
  const spikes = [...(system.spikes ?? []), ...events.filter(isSpike)];
  const clients = clientPolicies(system);
  const recorder =
    settings.log === 'full'
      ? new Recorder(settings.expected, hasOwnQueue(system, clients !== undefined))
      : undefined;
  const keeps = { priority: discipline.shares !== undefined, attempts: !!clients || !!system.cache };
  const sink = recorder
    ? new EventLog(settings, recorder, keeps)
    : settings.log === 'none'
      ? new TallyBuilder(settings)
      : new SampledTallyBuilder(settings);
  const ready = autoscaler?.startsEmpty ? 0 : (system.servers ?? 1);
  const engine = new Engine({
    intake: new Intake({
      source: withSpikes(system.arrivals.start(streams.arrivals), spikes),
      service: system.service,
      streams,
      keys: system.keys === undefined ? undefined : keysOf(system.keys),
      shares: discipline.shares,
      limit: settings.limit,
      horizon: settings.horizon,
    }),
    service: system.service,
    discipline,
    batching: system.batching,
    servers,
    ready,
    queues,
    speeds: system.speeds,
    sink,
    scaled: autoscaler !== undefined,
    recorder,
    tracksWork: routing?.needs === 'work',
    stop: settings.log === 'full' ? settings.horizon : Infinity,
  });
  const faults = [...joinPauses(system.pauses ?? []).map(pauseFault), ...events.filter(isServerFault)];
  if (faults.length > 0) engine.faults = new Faults(engine, faults);
  if (routing) engine.routing = new Routing(engine, routing, queues, streams.routing);
  const admission = system.admission ?? [];
  const policies = 'start' in admission ? [admission] : admission;
  if (policies.length > 0) engine.gates = new Gates(engine, policies, queues);
  if (clients) engine.client = new ClientSide(engine, clients, system.service, streams);
  if (system.cache) engine.cache = new CacheSide(engine, system.cache);
  const scaling = autoscaler?.start(engine, ready, streams);
  if (scaling) engine.scaling = scaling;
  engine.run();
  return { ...sink.result(), counts: engine.counts, ...(scaling && { replicas: scaling.ready.replicas }) };
}

const clientPolicies = ({ timeout: limit, retry, hedge, fork, breaker }: System) => {
  if (limit === undefined && !retry && !hedge && !fork && !breaker) return undefined;
  return {
    timeout: typeof limit === 'number' ? timeout({ after: limit }) : limit,
    retry,
    hedge,
    fork,
    breaker,
  };
};

/** Whether those in line are not simply those inside without a server. */
const hasOwnQueue = (system: System, clients: boolean): boolean =>
  clients ||
  system.batching !== undefined ||
  system.cache !== undefined ||
  system.discipline?.sharing === true;

const isSpike = (event: ScheduledEvent): event is TrafficSpike => event.name === 'spike';
const isServerFault = (event: ScheduledEvent): event is ServerFault => event.name !== 'spike';
