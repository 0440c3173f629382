import { Entity, Exponential, Queue, Simulation } from 'simscript';
import { type Sojourn, Sojourns } from './sojourns.ts';

/**
 * M/M/c in SimScript: each customer is an entity whose script waits on promises. It runs in the background, so the result is
 * a promise too; without a pause for animation frames, which Node does not have.
 */
export function simscriptQueue(arrivalRate: number, servers: number, customers: number): Promise<Sojourn> {
  const gaps = new Exponential(1 / arrivalRate, 7);
  const service = new Exponential(1, 8);
  const sojourns = new Sojourns();
  const facility = new Queue('servers', servers);

  class Customer extends Entity {
    override async script() {
      const { simulation } = this;
      const arrival = simulation.timeNow;
      await this.enterQueue(facility);
      await this.delay(service.sample());
      this.leaveQueue(facility);
      sojourns.add(simulation.timeNow - arrival);
    }
  }

  const simulation = new Simulation();
  simulation.yieldInterval = Infinity;
  const finished = new Promise<Sojourn>((resolve) => {
    simulation.finished.addEventListener(() => resolve(sojourns.result()));
  });
  simulation.generateEntities(Customer, gaps, customers);
  void simulation.start();
  return finished;
}
