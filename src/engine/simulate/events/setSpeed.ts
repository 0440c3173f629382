import type { Engine } from './engine.ts';
import { KIND_BITS, Kind } from './kinds.ts';
import { Status } from './servers.ts';

/** Changes a server's speed; whatever it serves goes on at the new one, and waits at speed 0. */
export function setSpeed(engine: Engine, server: number, speed: number): void {
  const { servers, sharing, now } = engine;
  const queue = Math.floor(server / servers.perQueue);
  sharing?.advance(queue);
  const before = servers.speed[server] ?? 0;
  servers.speed[server] = speed;
  if (servers.status[server] === Status.busy) {
    if (before > 0) servers.left[server] = ((servers.finishAt[server] ?? now) - now) * before;
    const end = speed > 0 ? now + (servers.left[server] ?? 0) / speed : Infinity;
    servers.finishAt[server] = end;
    if (end < Infinity) engine.heap.push(end, (server << KIND_BITS) | Kind.finish);
  } else servers.settle(server);
  sharing?.retime(queue);
}
