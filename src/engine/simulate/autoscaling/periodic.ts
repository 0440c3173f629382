import type { Stream } from '../../random/stream.ts';
import type { Engine } from '../events/engine.ts';
import { KIND_BITS, Kind } from '../events/kinds.ts';
import type { Scaling } from '../events/scaling.ts';
import { Status } from '../events/servers.ts';
import { workedSoFar } from '../events/workload.ts';
import { desiredReplicas } from './desiredReplicas.ts';
import type { HpaSettings } from './hpa.ts';
import { ReadyServers } from './readyServers.ts';

interface Sample {
  time: number;
  value: number;
}

/** Looks at the metric every period, and keeps servers 0 … wanted − 1 started. */
export class Periodic implements Scaling {
  readonly ready: ReadyServers;
  private readonly engine: Engine;
  private readonly settings: HpaSettings;
  private readonly stream: Stream;
  /** Servers asked for; among the ready ones are those that drain. */
  private wanted: number;
  private readonly readyAt: Float64Array;
  private readonly samples: Sample[] = [];
  private readonly proposals: Sample[] = [];
  private worked = 0;
  private readySeconds = 0;

  constructor(engine: Engine, settings: HpaSettings, ready: number, stream: Stream) {
    this.engine = engine;
    this.settings = settings;
    this.stream = stream;
    this.wanted = ready;
    this.ready = new ReadyServers(ready);
    this.readyAt = new Float64Array(engine.servers.count).fill(Infinity);
    this.openQueues();
    engine.heap.push(settings.period, Kind.scale);
    engine.periodic++;
  }

  joined(): void {}

  /** From a common queue a server that drains takes nobody any more; its own queue it serves out. */
  vacated(server: number): void {
    if (server >= this.wanted && this.engine.routing === null) this.stop(server);
  }

  settled(server: number): void {
    const { servers, routing } = this.engine;
    if (server < this.wanted || servers.present[server] === 0) return;
    // in its own line somebody may wait for a batch to fill
    if (servers.status[server] !== Status.idle || (routing !== null && this.engine.waitingIn(server) > 0))
      return;
    this.stop(server);
    servers.settle(server);
  }

  started(server: number): void {
    const { servers, now } = this.engine;
    if (this.readyAt[server] !== now) return;
    this.readyAt[server] = Infinity;
    servers.present[server] = 1;
    servers.settle(server);
    this.count(1);
    this.engine.serving.dispatch(this.engine.routing === null ? 0 : server);
  }

  look(): void {
    const { engine, settings } = this;
    const { period, metricLag, stabilization, target, tolerance, minimum, maximum } = settings;
    const { now } = engine;
    this.samples.push({ time: now, value: this.measure() });
    while ((this.samples[1]?.time ?? Infinity) <= now - metricLag) this.samples.shift();
    const seen = this.samples[0];
    if (seen && seen.time <= now - metricLag) {
      const current = this.wanted;
      const value = desiredReplicas({ current, metric: seen.value, target, tolerance, minimum, maximum });
      this.proposals.push({ time: now, value });
      while ((this.proposals[0]?.time ?? now) < now - stabilization) this.proposals.shift();
      const highest = this.proposals.reduce((most, proposal) => Math.max(most, proposal.value), 0);
      if (value > current) this.grow(value);
      else if (highest < current) this.shrink(highest);
    }
    engine.heap.push(now + period, Kind.scale);
  }

  /** The metric's average over the last period. */
  private measure(): number {
    const { engine, settings } = this;
    const seconds = this.ready.secondsAt(engine.now);
    const ready = seconds - this.readySeconds;
    this.readySeconds = seconds;
    if (settings.metric === 'concurrency') {
      const present = engine.load.reduce((sum, load) => sum + load, 0);
      return present / Math.max(1, this.ready.count);
    }
    const worked = workedSoFar(engine);
    const busy = worked - this.worked;
    this.worked = worked;
    return ready > 0 ? busy / ready : 0;
  }

  private grow(wanted: number): void {
    const { engine, settings } = this;
    for (let server = this.wanted; server < wanted; server++) {
      if (engine.servers.present[server] === 1) continue; // it was to go and stays
      const { coldStart } = settings;
      const delay = typeof coldStart === 'number' ? coldStart : coldStart.sample(this.stream);
      const at = engine.now + delay;
      this.readyAt[server] = at;
      engine.heap.push(at, (server << KIND_BITS) | Kind.ready);
    }
    this.wanted = wanted;
    this.openQueues();
  }

  private shrink(wanted: number): void {
    const before = this.wanted;
    this.wanted = wanted;
    for (let server = wanted; server < before; server++) {
      this.readyAt[server] = Infinity;
      this.settled(server);
    }
    this.openQueues();
  }

  private stop(server: number): void {
    this.engine.servers.present[server] = 0;
    this.count(-1);
  }

  private count(change: number): void {
    this.ready.change(change, this.engine.now);
    this.openQueues();
  }

  /** A router may choose the queues whose servers, and all before them, are ready and stay. */
  private openQueues(): void {
    const { routing, servers } = this.engine;
    if (routing === null) return;
    let open = 0;
    while (open < this.wanted && servers.present[open] === 1) open++;
    routing.view.count = Math.max(1, open);
  }
}
