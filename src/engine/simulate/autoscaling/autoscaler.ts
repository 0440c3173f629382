import type { Streams } from '../../random/streams.ts';
import type { Engine } from '../events/engine.ts';
import type { Scaling } from '../events/scaling.ts';

/** Starts and stops servers as the load asks for. */
export interface Autoscaler {
  readonly name: string;
  /** Most servers that there may be; absent, those of the system. */
  readonly maximum?: number;
  /** Whether all servers are off at the start. */
  readonly startsEmpty: boolean;
  /** Whether it decides for all servers together, and not for each by itself. */
  readonly central: boolean;
  /** Begins one run. */
  start(engine: Engine, ready: number, streams: Streams): Scaling;
}
