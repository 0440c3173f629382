import type { Stream } from '../../random/stream.ts';
import type { Router, RoutingView } from '../routing/router.ts';
import type { Engine } from './engine.ts';
import { Kind } from './kinds.ts';
import { measureWork } from './workload.ts';

/** Shows a router the loads, as they are or as they were at the last refresh, and asks it for a queue. */
export class Routing {
  /** Queues that may be chosen; an autoscaler changes it. */
  readonly view: RoutingView;
  private readonly engine: Engine;
  private readonly period: number;
  private readonly fresh: boolean;
  private readonly needsWork: boolean;
  private readonly pick: (key: number) => number;

  constructor(engine: Engine, router: Router, queues: number, stream: Stream) {
    this.engine = engine;
    this.period = router.refresh;
    this.fresh = router.refresh === 0;
    this.needsWork = router.needs === 'work';
    this.view = {
      count: queues,
      load: this.fresh ? engine.load : new Int32Array(queues),
      work: new Float64Array(queues),
    };
    this.pick = router.start(this.view, stream);
    if (this.fresh) return;
    engine.heap.push(this.period, Kind.refresh);
    engine.periodic++;
  }

  /** A queue for a request; another one than `avoid` where there is another. */
  choose(key: number, avoid: number): number {
    const { view } = this;
    if (this.needsWork && this.fresh) measureWork(this.engine, view.work);
    const queue = this.pick(key);
    if (queue !== avoid || view.count === 1) return queue;
    return queue + 1 === view.count ? 0 : queue + 1;
  }

  refresh(): void {
    this.view.load.set(this.engine.load);
    if (this.needsWork) measureWork(this.engine, this.view.work);
    this.engine.heap.push(this.engine.now + this.period, Kind.refresh);
  }
}
