import { serversFor } from '../../engine/queueing/index.ts';
import { decide } from '../../engine/record/index.ts';
import { formatNumber } from '../chart/format.ts';
import { defineWidget, type LiveValue } from '../frame/defineWidget.ts';
import { integer, real, type SymbolRole, toggle } from '../frame/parameters.ts';
import { curveGrid, type SimulatedPoint, simulatedGrid, utilizationFormula } from './model.ts';
import { utilizationSentence } from './sentence.ts';

const asNumber = (value: unknown) => (typeof value === 'number' ? value : 1);

export default defineWidget({
  id: 'utilization',
  title: 'Utilization and delay',
  purpose:
    'How mean latency grows as servers fill up, by formula, by seeded simulation and on your own device.',
  version: 1,
  parameters: {
    arrivalRate: real({
      label: 'arrival rate',
      symbol: 'λ',
      role: 'arrival-rate',
      unit: 'requests/s',
      min: 0.01,
      max: 1e6,
      default: 8,
      step: 0.1,
      slider: ({ servers, serviceRate }) => [0.01, 1.15 * asNumber(servers) * asNumber(serviceRate)],
    }),
    serviceRate: real({
      label: 'service rate',
      symbol: 'μ',
      role: 'service-rate',
      unit: 'requests/s',
      min: 0.1,
      max: 1e6,
      default: 10,
      scale: 'log',
      slider: ({ serviceRate }) => (asNumber(serviceRate) > 100 ? [0.1, 1e6] : [1, 100]),
    }),
    servers: integer({
      label: 'servers',
      symbol: 'c',
      unit: '',
      min: 1,
      max: 64,
      default: 1,
      slider: ({ servers }) => (asNumber(servers) > 16 ? [1, 64] : [1, 16]),
    }),
    scvService: real({
      label: 'service variability',
      symbol: 'CV²',
      help: '0 is constant, 1 is exponential; above 1 a few requests take much longer.',
      min: 0,
      max: 32,
      default: 1,
      step: 0.1,
      slider: ({ scvService }) => (asNumber(scvService) > 8 ? [0, 32] : [0, 8]),
    }),
    target: real({
      label: 'utilization target',
      symbol: 'ρ*',
      role: 'utilization',
      help: 'The dashed line in the picture; drag it.',
      min: 0.05,
      max: 0.99,
      default: 0.85,
      step: 0.01,
    }),
    scvArrival: real({
      label: 'arrival variability',
      symbol: 'CVₐ²',
      help: 'Variability of the gaps between arrivals: 1 is Poisson. Anything else makes the formula an approximation.',
      min: 0,
      max: 16,
      default: 1,
      step: 0.1,
      place: 'more',
    }),
    requests: integer({
      label: 'simulated requests',
      symbol: 'n',
      help: 'More requests, narrower intervals, longer runs.',
      min: 1000,
      max: 1_000_000,
      default: 100_000,
      scale: 'log',
      place: 'more',
    }),
    measured: toggle({
      label: 'show this device’s measured service times',
      help: 'Feeds the queue with the service times that you sent from the lab.',
      default: false,
      place: 'more',
    }),
  },
  uses: ({ measured }) => (measured ? ['measurement'] : []),
  formula: utilizationFormula,
  compute: () => import('./compute.ts'),
  summarize: utilizationSentence,
  table: ({ formula, result }) => ({
    caption: 'Mean time in system W by utilization',
    columns: [
      { name: 'ρ' },
      { name: 'W formula', unit: 'ms' },
      { name: 'W exponential service', unit: 'ms' },
      { name: 'W simulated', unit: 'ms' },
      { name: 'lower 95 %', unit: 'ms' },
      { name: 'upper 95 %', unit: 'ms' },
      { name: 'W measured times', unit: 'ms' },
    ],
    rows: simulatedGrid.map((utilization) => {
      const place = curveGrid.indexOf(utilization);
      const simulated = find(result?.grid, utilization);
      return [
        utilization,
        milliseconds(formula.curve[place]?.meanSojourn),
        milliseconds(formula.exponential[place]?.meanSojourn),
        milliseconds(simulated?.meanSojourn.value),
        milliseconds(simulated?.meanSojourn.lower),
        milliseconds(simulated?.meanSojourn.upper),
        milliseconds(find(result?.measured?.grid, utilization)?.meanSojourn.value),
      ];
    }),
  }),
  assumptions: ({ values, formula }) => [
    {
      condition: 'ρ < 1',
      holds: formula.utilization < 1,
      because: `ρ = λ/(cμ) = ${formatNumber(formula.utilization, 3)}`,
    },
    {
      condition: 'Poisson arrivals',
      holds: values.scvArrival === 1,
      because:
        values.scvArrival === 1
          ? 'gaps between arrivals are exponential'
          : `CVₐ² = ${values.scvArrival}; the formula becomes the Allen–Cunneen approximation`,
    },
    {
      condition: 'Exact, not approximate',
      holds: values.scvArrival === 1 && (values.servers === 1 || values.scvService === 1),
      because:
        values.servers === 1
          ? 'Pollaczek–Khinchine is exact for one server and Poisson arrivals'
          : values.scvService === 1
            ? 'Erlang C is exact for exponential service'
            : 'for several servers and general service no exact formula is known; Allen–Cunneen is used',
    },
    {
      condition: 'Steady state',
      holds: true,
      because: 'the first tenth of every simulated run is discarded',
    },
  ],
  decide: ({ values, formula }) => {
    const { arrivalRate, serviceRate, target } = values;
    const needed = serversFor({ arrivalRate, serviceRate, maximumUtilization: target });
    return decide(formula.utilization, {
      metric: 'ρ',
      comparison: '<=',
      threshold: target,
      onPass: { verdict: 'accept', action: 'keep the servers as they are' },
      onFail: { verdict: 'scale out', action: `run ${needed} ${needed === 1 ? 'server' : 'servers'}` },
    });
  },
  live: ({ values, formula }) => ({
    arrivalRate: live('arrival rate', 'λ', 'arrival-rate', values.arrivalRate, 'requests/s'),
    serviceRate: live('service rate', 'μ', 'service-rate', values.serviceRate, 'requests/s'),
    servers: { ...live('servers', 'c', 'neutral', values.servers), digits: 2 },
    scvService: live('service variability', 'CV²', 'neutral', values.scvService),
    utilization: live('utilization', 'ρ', 'utilization', formula.utilization),
    sojourn: live('time in system', 'W', 'sojourn', formula.here?.meanSojourn ?? Infinity, 's'),
    wait: live('wait', 'W_q', 'sojourn', formula.here?.meanWait ?? Infinity, 's'),
    waitProbability: live('probability of waiting', 'C', 'neutral', formula.waitProbability),
    singleSojourn: live('time in system of one server', 'W', 'sojourn', formula.singleSojourn, 's'),
    scvArrival: live('arrival variability', 'CVₐ²', 'neutral', values.scvArrival),
    number: live('number in system', 'L', 'number', formula.here?.meanNumber ?? Infinity),
  }),
  faults: [
    {
      id: 'variability',
      title: 'Service times become erratic',
      signal: 'the formula’s curve: at the same ρ it rises with CV², while utilization does not move at all',
      patch: () => ({ scvService: 8 }),
    },
    {
      id: 'spike',
      title: 'Traffic rises by a third',
      signal: 'ρ in the decision strip: the same servers, and the rule breaks',
      patch: ({ arrivalRate }) => ({ arrivalRate: Math.min(1e6, arrivalRate * 1.3334) }),
    },
    {
      id: 'slow-server',
      title: 'Servers run at half speed',
      signal: 'both ρ and the service part of W',
      patch: ({ serviceRate }) => ({ serviceRate: Math.max(0.1, serviceRate / 2) }),
    },
    {
      id: 'bursty',
      title: 'Arrivals come in bursts',
      signal: 'W at the same λ and ρ, and the badge: the formula is an approximation now',
      patch: () => ({ scvArrival: 6 }),
    },
  ],
});

const live = (label: string, symbol: string, role: SymbolRole, value: number, unit?: string): LiveValue => ({
  label,
  symbol,
  role,
  value,
  unit,
});

function find(
  points: readonly SimulatedPoint[] | undefined,
  utilization: number,
): SimulatedPoint | undefined {
  return points?.find((point) => point.utilization === utilization);
}

function milliseconds(seconds: number | undefined): number | string {
  return seconds === undefined ? '' : 1000 * seconds;
}
