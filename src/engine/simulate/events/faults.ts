import { Outcome } from '../log.ts';
import type { ServerFault } from '../schedule/faults.ts';
import { lose } from './copies.ts';
import type { Engine } from './engine.ts';
import { KIND_BITS, Kind } from './kinds.ts';
import { setSpeed } from './setSpeed.ts';

/** Begins and ends the scheduled faults of servers: each multiplies the speed of those it hits, by 0 for a stop. */
export class Faults {
  private readonly engine: Engine;
  private readonly faults: readonly ServerFault[];
  private readonly usual: Float64Array;
  private readonly active: Uint8Array;

  constructor(engine: Engine, faults: readonly ServerFault[]) {
    this.engine = engine;
    this.faults = faults;
    this.usual = engine.servers.speed.slice();
    this.active = new Uint8Array(faults.length);
    faults.forEach(({ at, duration }, i) => {
      engine.heap.push(at, ((2 * i) << KIND_BITS) | Kind.fault);
      engine.heap.push(at + duration, ((2 * i + 1) << KIND_BITS) | Kind.fault);
    });
  }

  /** The index is twice the fault's, and one more when it ends. */
  happen(index: number): void {
    const { engine } = this;
    const i = index >> 1;
    const fault = this.faults[i];
    if (!fault) return;
    this.active[i] = index & 1 ? 0 : 1;
    const hit = fault.servers ?? Array.from({ length: engine.servers.count }, (_, k) => k);
    for (const server of hit) {
      if (fault.losesWork && this.active[i] === 1) this.loseWork(server);
      setSpeed(engine, server, this.speedOf(server));
    }
    for (const server of hit) engine.serving.dispatch(Math.floor(server / engine.servers.perQueue));
  }

  private speedOf(server: number): number {
    let speed = this.usual[server] ?? 1;
    this.faults.forEach(({ servers, factor }, i) => {
      if (this.active[i] === 1 && (!servers || servers.includes(server))) speed *= factor;
    });
    return speed;
  }

  private loseWork(server: number): void {
    const { engine } = this;
    let slot = engine.serving.vacate(server);
    while (slot >= 0) {
      const next = engine.batches !== null ? (engine.pool.nextInBatch[slot] ?? -1) : -1;
      lose(engine, slot, Outcome.failed);
      slot = next;
    }
  }
}
