import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Sojourn, Sojourns } from './sojourns.ts';

/** The parts of SimJS 2.0.3 that are driven here; the package carries no types. */
interface SimJS {
  Sim: new () => {
    addEntity(type: new () => Entity): Entity;
    simulate(end: number): boolean;
  };
  Entity: new () => Entity;
  Facility: new (name: string, discipline: number, servers: number) => object;
  Random: new (seed: number) => { exponential(rate: number): number };
}
interface Entity {
  time(): number;
  setTimer(delay: number): Request;
  useFacility(facility: object, duration: number): Request;
}
interface Request {
  done(callback: (...given: never[]) => void, context: object, argument?: unknown): Request;
}

/**
 * SimJS comes as one script that leaves its names on `window`. It runs here from its own source, untouched by the
 * TypeScript loader, so that it is as fast as it can be.
 */
function load(): SimJS {
  const page: { Sim?: SimJS } = {};
  const source = readFileSync(createRequire(import.meta.url).resolve('simjs'), 'utf8');
  new Function('window', source)(page);
  if (!page.Sim) throw new Error('SimJS left nothing on its window');
  return page.Sim;
}

const { Sim, Entity, Facility, Random } = load();
const FCFS = 1;

/** M/M/c in SimJS: a source that schedules itself, and a facility. */
export function simjsQueue(arrivalRate: number, servers: number, customers: number): Sojourn {
  const random = new Random(7);
  const sojourns = new Sojourns();
  let left = customers;
  const facility = new Facility('servers', FCFS, servers);

  class Source extends Entity {
    start() {
      this.next();
    }
    next() {
      this.setTimer(random.exponential(arrivalRate)).done(this.arrive, this);
    }
    arrive() {
      // biome-ignore lint/correctness/useHookAtTopLevel: SimJS's name for a request, not a React hook
      this.useFacility(facility, random.exponential(1)).done(this.leave, this, this.time());
      if (--left > 0) this.next();
    }
    leave(arrival: number) {
      sojourns.add(this.time() - arrival);
    }
  }

  const sim = new Sim();
  sim.addEntity(Source);
  sim.simulate(Number.MAX_VALUE);
  return sojourns.result();
}
