import { requireNonNegative } from '../../numeric/require.ts';
import type { Stream } from '../../random/stream.ts';
import type { Engine } from '../events/engine.ts';
import { KIND_BITS, Kind } from '../events/kinds.ts';
import type { Scaling } from '../events/scaling.ts';
import { Status } from '../events/servers.ts';
import type { Autoscaler } from './autoscaler.ts';
import { type Delay, requireDelay } from './delay.ts';
import { ReadyServers } from './readyServers.ts';

export interface ScaleToZeroOptions {
  /** Seconds that a server takes to start, a number or a law. */
  setup: Delay;
  /** Seconds that a server stays on with nothing to do; 0 by default. */
  idleAfter?: number;
}

/**
 * Servers that are off while nobody needs them: each request that finds none idle starts one that is off, and waits for it or
 * for another server, whichever comes first. A server that is ready and finds nobody goes off. M/M/1 with exponential
 * setup: mean sojourn 1/(μ − λ) + E[setup] (Welch 1964). Throws RangeError unless both are ≥ 0.
 *
 * @example
 * const log = simulate.simulate(
 *   {
 *     arrivals: simulate.poisson(0.6),
 *     service: simulate.exponential(1),
 *     autoscaler: simulate.scaleToZero({ setup: random.exponential(4) }),
 *   },
 *   { seed: 1, requests: 50_000 },
 * );
 * simulate.summarize(log).meanSojourn;
 * queueing.setupTimes({ arrivalRate: 0.6, meanService: 1, meanSetup: 4 }).meanSojourn;
 */
export function scaleToZero({ setup, idleAfter = 0 }: ScaleToZeroOptions): Autoscaler {
  requireNonNegative('idleAfter', idleAfter);
  requireDelay('setup', setup);
  return {
    name: 'scaleToZero',
    startsEmpty: true,
    central: false,
    start: (engine, _ready, streams) => new OnDemand(engine, setup, idleAfter, streams.stream('setup')),
  };
}

class OnDemand implements Scaling {
  readonly ready = new ReadyServers(0);
  private readonly engine: Engine;
  private readonly setup: Delay;
  private readonly idleAfter: number;
  private readonly stream: Stream;
  private readonly starting: Uint8Array;
  private readonly startingAt: Int32Array;
  private readonly offAt: Float64Array;

  constructor(engine: Engine, setup: Delay, idleAfter: number, stream: Stream) {
    this.engine = engine;
    this.setup = setup;
    this.idleAfter = idleAfter;
    this.stream = stream;
    this.starting = new Uint8Array(engine.servers.count);
    this.startingAt = new Int32Array(engine.load.length);
    this.offAt = new Float64Array(engine.servers.count).fill(Infinity);
  }

  joined(queue: number): void {
    const { servers, heap, now } = this.engine;
    if ((this.startingAt[queue] ?? 0) >= this.engine.waitingIn(queue)) return;
    for (let k = queue * servers.perQueue; k < (queue + 1) * servers.perQueue; k++) {
      if (servers.present[k] === 1 || this.starting[k] === 1) continue;
      this.starting[k] = 1;
      this.startingAt[queue] = (this.startingAt[queue] ?? 0) + 1;
      const delay = typeof this.setup === 'number' ? this.setup : this.setup.sample(this.stream);
      heap.push(now + delay, (k << KIND_BITS) | Kind.ready);
      return;
    }
  }

  started(server: number): void {
    const { engine } = this;
    const queue = Math.floor(server / engine.servers.perQueue);
    this.starting[server] = 0;
    this.startingAt[queue] = (this.startingAt[queue] ?? 0) - 1;
    engine.servers.present[server] = 1;
    engine.servers.settle(server);
    this.ready.change(1, engine.now);
    engine.serving.dispatch(queue);
    this.settled(server);
  }

  vacated(): void {}

  settled(server: number): void {
    const { engine } = this;
    const queue = Math.floor(server / engine.servers.perQueue);
    // those in line may wait for their batch to fill
    if (engine.servers.status[server] !== Status.idle || engine.waitingIn(queue) > 0) return;
    this.offAt[server] = engine.now + this.idleAfter;
    if (this.idleAfter === 0) this.look(server);
    else engine.heap.push(engine.now + this.idleAfter, (server << KIND_BITS) | Kind.scale);
  }

  look(server: number): void {
    const { servers, now } = this.engine;
    if (this.offAt[server] !== now || servers.status[server] !== Status.idle) return;
    if (this.engine.waitingIn(Math.floor(server / servers.perQueue)) > 0) return;
    servers.present[server] = 0;
    servers.settle(server);
    this.ready.change(-1, now);
  }
}
