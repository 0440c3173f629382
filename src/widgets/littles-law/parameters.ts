import { choice, integer, real, type Values } from '../frame/parameters.ts';
import { shownSeconds } from './model.ts';
import { largestRate } from './overload.ts';

const asNumber = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise);

/** Shortest window that the controls allow, seconds. */
export const shortestWindow = 0.2;

export const parameters = {
  arrivalRate: real({
    label: 'arrival rate',
    symbol: 'λ',
    role: 'arrival-rate',
    unit: 'requests/s',
    help: 'Requests that arrive per second, in the long run.',
    min: 0.5,
    max: largestRate,
    default: 8,
    slider: ({ servers, serviceRate }) => {
      const capacity = asNumber(servers, 1) * asNumber(serviceRate, 1);
      return [0.5, Math.min(largestRate, Math.max(1, 1.5 * capacity))];
    },
  }),
  serviceRate: real({
    label: 'service rate',
    symbol: 'μ',
    role: 'service-rate',
    unit: 'requests/s',
    help: 'Requests that one busy server finishes per second.',
    min: 0.5,
    max: 20,
    default: 5,
  }),
  servers: integer({
    label: 'servers',
    symbol: 'c',
    help: 'Servers that share one queue.',
    min: 1,
    max: 8,
    default: 2,
  }),
  from: real({
    label: 'window starts',
    unit: 's',
    help: 'Where the window opens. The rule in the picture can be dragged.',
    min: 0,
    max: shownSeconds - shortestWindow,
    default: 1.25,
    step: 0.05,
    slider: ({ to }) => [0, asNumber(to, shownSeconds) - shortestWindow],
  }),
  to: real({
    label: 'window ends',
    unit: 's',
    help: 'Where the window closes.',
    min: shortestWindow,
    max: shownSeconds,
    default: 3.5,
    step: 0.05,
    slider: ({ from }) => [asNumber(from, 0) + shortestWindow, shownSeconds],
  }),
  arrivals: choice({
    label: 'arrivals',
    help: 'Gaps between arrivals. The law needs none of these.',
    options: { poisson: 'Poisson', even: 'evenly spaced', bursty: 'bursty, CV² = 4' },
    default: 'poisson',
    place: 'more',
  }),
  service: choice({
    label: 'service times',
    help: 'The law of the service times, all with the mean 1/μ.',
    options: { exponential: 'exponential', constant: 'constant', lognormal: 'lognormal, CV² = 4' },
    default: 'exponential',
    place: 'more',
  }),
  order: choice({
    label: 'order of service',
    help: 'Who is served next when a server becomes free.',
    options: { fifo: 'first come, first served', lifo: 'last come, first served' },
    default: 'fifo',
    place: 'more',
  }),
  cohort: choice({
    label: 'the dashboard averages',
    help: 'Whose sojourns make up W̄, and who is counted in λ̄.',
    options: { arrived: 'all who arrived in the window', finished: 'only who finished in the window' },
    default: 'arrived',
    place: 'more',
  }),
  rejectRate: real({
    label: 'rejected attempts in λ̄',
    unit: 'requests/s',
    role: 'arrival-rate',
    help: 'Attempts turned away at the door that the arrival counter counts all the same.',
    min: 0,
    max: largestRate,
    default: 0,
    slider: () => [0, 10],
    place: 'more',
  }),
  clockSkew: real({
    label: 'completion clock ahead by',
    symbol: 'δ',
    unit: 'ms',
    role: 'sojourn',
    help: 'Arrivals and completions are stamped by different machines.',
    min: -500,
    max: 500,
    default: 0,
    step: 5,
    place: 'more',
  }),
  tolerance: real({
    label: 'tolerance',
    unit: '% of L̄',
    role: 'number',
    help: 'The rule: what the edges leave unexplained stays at or below this share of L̄.',
    min: 0.1,
    max: 50,
    default: 5,
    step: 0.5,
    place: 'more',
  }),
  requests: integer({
    label: 'requests of the long run',
    symbol: 'n',
    help: 'The same path, continued: more requests, longer windows.',
    min: 1000,
    max: 200_000,
    default: 20_000,
    scale: 'log',
    place: 'more',
  }),
};

export type LittlesLawValues = Values<typeof parameters>;
