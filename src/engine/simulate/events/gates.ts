import type { Admission, Door, Gate } from '../admission/admission.ts';
import type { Engine } from './engine.ts';

/** The admission policies of a run at the doors of its queues; all of them must agree. */
export class Gates {
  private readonly engine: Engine;
  private readonly door: Door = {
    now: 0,
    arrived: 0,
    joined: 0,
    inside: 0,
    waiting: 0,
    idle: false,
  };
  /** Of each queue; gates of the whole system are in every list. */
  private readonly admit: Gate[][];
  private readonly keep: Gate[][];
  private readonly answer: Gate[][];
  private readonly lose: Gate[][];
  /** Whether any gate is told of answers. */
  readonly listens: boolean;

  constructor(engine: Engine, policies: readonly Admission[], queues: number) {
    this.engine = engine;
    const { perQueue, count } = engine.servers;
    const gates: Gate[][] = Array.from({ length: queues }, () => []);
    for (const policy of policies) {
      const shared = policy.scope === 'system' ? policy.start(count) : undefined;
      for (const list of gates) list.push(shared ?? policy.start(perQueue));
    }
    this.admit = gates.map((list) => list.filter((gate) => gate.admit));
    this.keep = gates.map((list) => list.filter((gate) => gate.keep));
    this.answer = gates.map((list) => list.filter((gate) => gate.answered));
    this.listens = this.answer.some((list) => list.length > 0);
    this.lose = gates.map((list) => list.filter((gate) => gate.lost));
  }

  /** Whether a copy may come in. */
  admits(queue: number): boolean {
    const list = this.admit[queue] ?? NONE;
    if (list.length === 0) return true;
    const { door, engine } = this;
    door.arrived = engine.now;
    door.joined = engine.now;
    this.look(queue);
    for (let k = 0; k < list.length; k++) if (list[k]?.admit?.(door) === false) return false;
    return true;
  }

  /** Whether a copy whose turn has come is served. */
  keeps(queue: number, slot: number): boolean {
    const list = this.keep[queue] ?? NONE;
    if (list.length === 0) return true;
    const door = this.at(queue, slot);
    let kept = true;
    for (let k = 0; k < list.length; k++) if (list[k]?.keep?.(door) === false) kept = false;
    return kept;
  }

  answered(queue: number, slot: number): void {
    const list = this.answer[queue] ?? NONE;
    if (list.length === 0) return;
    const door = this.at(queue, slot);
    for (const gate of list) gate.answered?.(door);
  }

  lost(queue: number, slot: number): void {
    const list = this.lose[queue] ?? NONE;
    if (list.length === 0) return;
    const door = this.at(queue, slot);
    for (const gate of list) gate.lost?.(door);
  }

  /** The door as a copy that is behind it sees it. */
  private at(queue: number, slot: number): Door {
    const { door, engine } = this;
    door.arrived = engine.pool.arrival[slot] ?? 0;
    door.joined = engine.pool.joined[slot] ?? 0;
    this.look(queue);
    return door;
  }

  private look(queue: number): void {
    const { door, engine } = this;
    door.now = engine.now;
    door.inside = engine.load[queue] ?? 0;
    door.idle = engine.hasIdle(queue);
    door.waiting = engine.waitingIn(queue);
  }
}

const NONE: readonly Gate[] = [];
