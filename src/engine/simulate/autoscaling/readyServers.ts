import type { Replicas } from '../log.ts';

/** How many servers are ready, from each moment on, and the server-seconds that makes. */
export class ReadyServers {
  readonly replicas: Replicas;
  count: number;
  private since = 0;
  private total = 0;

  constructor(count: number) {
    this.count = count;
    this.replicas = { time: [0], ready: [count] };
  }

  change(by: number, now: number): void {
    this.total = this.secondsAt(now);
    this.since = now;
    this.count += by;
    this.replicas.time.push(now);
    this.replicas.ready.push(this.count);
  }

  /** Server-seconds from the start until now. */
  secondsAt(now: number): number {
    return this.total + this.count * (now - this.since);
  }
}
