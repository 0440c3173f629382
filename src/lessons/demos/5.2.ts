import { drift, queueing, stats } from '../../engine/index.ts';
import type { Cell } from '../components/demo/cell.ts';

export default function driftAndLittlesLaw({ print, bars }: Cell) {
  // Did the mix of requests change between the reference window and now?
  const reference = [0.2, 0.3, 0.25, 0.25];
  const current = [0.1, 0.25, 0.3, 0.35];
  const psi = drift.psi(reference, current, { epsilon: 1e-8 });
  bars({
    title: 'Share of requests by kind',
    value: 'share',
    groups: ['kind 1', 'kind 2', 'kind 3', 'kind 4'],
    series: { reference, current },
  });
  print('PSI (ε = 1e-8)', psi);
  print(stats.checkTrue(psi >= 0, 'PSI ≥ 0'));
  print(stats.checkClose(psi, 0.121194, 5e-7, 'PSI is 0.121194'));

  // Little's law needs no distribution: any two of the three give the third.
  const { number } = queueing.littlesLaw({ arrivalRate: 8, sojourn: 0.5 });
  print('L = λW =', number);
  const { sojourn } = queueing.littlesLaw({ number, arrivalRate: 8 });
  print(stats.checkClose(sojourn, 0.5, 1e-8, 'W = L/λ gives W back'));
}
