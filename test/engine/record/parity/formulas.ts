import { queueing, random } from '../../../../src/engine/index.ts';
import { laws } from './laws.ts';

/** Where distributions are read. */
export const probabilities = [0.1, 0.5, 0.9, 0.99, 0.999];
const quantilesOf = ({
  waitQuantile,
  sojournQuantile,
}: Pick<Required<queueing.QueueMeasures>, 'waitQuantile' | 'sojournQuantile'>) =>
  probabilities.map((p) => [waitQuantile(p), sojournQuantile(p)]);

/** Formulas that take numeric work: quantiles, inversion, chains. */
export const formulas: Record<string, () => unknown> = {
  'M/M/1, M/M/c, M/M/c/K, M/D/1': () =>
    [
      queueing.mm1({ arrivalRate: 0.8, serviceRate: 1 }),
      queueing.mmc({ arrivalRate: 3.6, serviceRate: 1, servers: 4 }),
      queueing.mmck({ arrivalRate: 4.6, serviceRate: 1, servers: 4, capacity: 20 }),
      queueing.md1({ arrivalRate: 0.8, serviceRate: 1 }),
    ].map(quantilesOf),
  'M/G/1 by inversion': () =>
    ['hyperexponential', 'gamma', 'weibull', 'uniform'].map((name) => {
      const service = laws[name] ?? random.exponential(1);
      return quantilesOf(queueing.mg1({ arrivalRate: 0.7 / service.mean, service }));
    }),
  'GI/M/1 and MMPP/M/1': () => [
    quantilesOf(queueing.gim1({ interarrival: random.uniform({ min: 0, max: 2.5 }), serviceRate: 1 })),
    quantilesOf(queueing.mmppM1({ rates: [0.2, 1.4], switching: [0.1, 0.1], serviceRate: 1 })),
  ],
  chains: () => [
    queueing.jsq2({ arrivalRate: 1.8, serviceRate: 1 }),
    queueing.dynamicBatching({ arrivalRate: 5, fixed: 0.6, perItem: 0.1, maxBatch: 8 }),
    queueing.shortestRemainingFirst({ arrivalRate: 0.8, serviceRate: 1 }).meanSojourn,
    queueing.closedNetwork({ customers: 20, thinkTime: 1, demands: [0.1, 0.05, 0.08] }),
    queueing.lruCache({ items: 1000, exponent: 0.8, capacity: 100 }),
  ],
};
