import type { ReadyServers } from '../autoscaling/readyServers.ts';

/** Starts and stops servers while a run goes on. */
export interface Scaling {
  readonly ready: ReadyServers;
  /** A request joined a line, since no server was idle. */
  joined(queue: number): void;
  /** A server has nothing in its hands; it may not be taken for ready yet. */
  vacated(server: number): void;
  /** The server has taken the next one, if there was one. */
  settled(server: number): void;
  /** A scheduled look. */
  look(index: number): void;
  /** A server that was started is ready. */
  started(server: number): void;
}
