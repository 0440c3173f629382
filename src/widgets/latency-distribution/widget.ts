import { defineWidget, type LiveValue } from '../frame/defineWidget.ts';
import { choice, integer, real, type SymbolRole, toggle, type Value } from '../frame/parameters.ts';
import { confidence } from './estimate.ts';
import { judge } from './judge.ts';
import { latencyFormula, runLatency, type View } from './model.ts';
import { type Level, levelNames, levels, readingOf } from './reading.ts';
import { tableOf } from './table.ts';
import { formatCount, sentence } from './words.ts';

const onlyIn =
  (...views: View[]) =>
  (values: Readonly<Record<string, Value>>) =>
    views.some((v) => v === values.view);

export default defineWidget({
  id: 'latency-distribution',
  title: 'The latency distribution',
  purpose: 'What a p95 is, how far a sample pins it down, and two ways in which dashboards get it wrong.',
  version: 1,
  parameters: {
    view: choice<View>({
      label: 'look at',
      options: { distribution: 'one law', replicas: 'replicas', recording: 'recording' },
      default: 'distribution',
    }),
    samples: integer({
      label: 'samples',
      symbol: 'n',
      role: 'number',
      unit: 'requests',
      min: 2,
      max: 100_000,
      default: 1000,
      scale: 'log',
      slider: ({ samples }) => (typeof samples === 'number' && samples > 10_000 ? [2, 100_000] : [2, 10_000]),
    }),
    slo: real({
      label: 'SLO',
      unit: 'ms',
      help: 'The rule: the quantile is at or below this. The line in the picture can be dragged.',
      min: 1,
      max: 100_000,
      default: 250,
      scale: 'log',
      slider: ({ slo }) => (typeof slo === 'number' && (slo < 20 || slo > 5000) ? [1, 100_000] : [20, 5000]),
    }),
    slowShare: real({
      label: 'slow path, share',
      help: 'Share of requests in a second mode: cache misses, cold code, pauses.',
      min: 0,
      max: 0.5,
      default: 0.1,
      step: 0.01,
      shown: onlyIn('distribution'),
    }),
    tailShare: real({
      label: 'Pareto tail, share',
      help: 'Share of requests in a heavy tail: locks, retries, huge inputs.',
      min: 0,
      max: 0.2,
      default: 0.02,
      step: 0.01,
      shown: onlyIn('distribution'),
    }),
    replicas: integer({
      label: 'replicas',
      symbol: 'R',
      help: 'They share the traffic evenly, at random.',
      min: 2,
      max: 8,
      default: 2,
      shown: onlyIn('replicas'),
    }),
    slowestFactor: real({
      label: 'last replica, times as slow',
      unit: '×',
      min: 1,
      max: 20,
      default: 3,
      step: 0.5,
      shown: onlyIn('replicas'),
    }),
    stall: real({
      label: 'stall of the target',
      unit: 's',
      help: 'For so long the target answers nobody. Then it goes on as before.',
      min: 0,
      max: 600,
      default: 12,
      step: 1,
      slider: ({ stall }) => (typeof stall === 'number' && stall > 60 ? [0, 600] : [0, 60]),
      shown: onlyIn('recording'),
    }),
    rate: real({
      label: 'scheduled rate',
      symbol: 'λ',
      role: 'arrival-rate',
      unit: 'requests/s',
      help: 'Requests that the load test plans per second.',
      min: 0.1,
      max: 1000,
      default: 5,
      scale: 'log',
      shown: onlyIn('recording'),
    }),
    level: choice<Level>({
      label: 'quantile',
      options: levelNames,
      default: 'p95',
      place: 'more',
    }),
    definition: choice({
      label: 'definition',
      options: { infimum: 'infimum', linear: 'linear' },
      default: 'infimum',
      help: 'Infimum: the smallest recorded value that p of all do not exceed. Linear: between two recorded values.',
      place: 'more',
    }),
    logAxis: toggle({ label: 'latency on a log axis', default: true, place: 'more' }),
    fastMean: real({
      label: 'fast path, mean',
      unit: 'ms',
      min: 1,
      max: 1000,
      default: 40,
      scale: 'log',
      place: 'more',
    }),
    fastScv: real({
      label: 'fast path, variability',
      symbol: 'CV²',
      help: 'Variance over squared mean of the lognormal fast path.',
      min: 0.01,
      max: 8,
      default: 0.25,
      scale: 'log',
      place: 'more',
    }),
    slowMean: real({
      label: 'slow path, mean',
      unit: 'ms',
      min: 1,
      max: 10_000,
      default: 150,
      scale: 'log',
      place: 'more',
    }),
    tailStart: real({
      label: 'Pareto tail, start',
      unit: 'ms',
      min: 1,
      max: 10_000,
      default: 150,
      scale: 'log',
      place: 'more',
    }),
    tailShape: real({
      label: 'Pareto tail, shape',
      symbol: 'α',
      help: 'Smaller is heavier: at 2 and below the variance is infinite.',
      min: 1.1,
      max: 5,
      default: 1.8,
      step: 0.1,
      place: 'more',
    }),
  },
  formula: latencyFormula,
  compute: runLatency,
  timeline: ({ settings: { samples } }) => ({
    start: 1,
    end: samples,
    unit: 'requests',
    whole: true,
    initial: samples,
    seconds: 8,
    stops: Float64Array.from({ length: samples }, (_, index) => index + 1),
  }),
  summarize: (now) => sentence(readingOf(now), now.formula, now.values.level),
  table: (now) => tableOf(readingOf(now), now.formula, now.values),
  assumptions: (now) => {
    const reading = readingOf(now);
    const { view, stall } = now.values;
    const needed = reading?.estimate.needed ?? 0;
    const stalled = view === 'recording' && stall > 0;
    return [
      {
        condition: 'Independent samples',
        holds: !stalled,
        because: stalled
          ? 'the requests caught in one stall share its fate; the interval is left out, since it would be far too narrow'
          : 'each request is drawn by itself from the same law; in production, check for bursts and hours of the day',
      },
      {
        condition: 'Timed from the scheduled moment',
        holds: true,
        because:
          view === 'recording'
            ? 'the decision uses the recording that keeps to the schedule, not the one that waits'
            : 'every request that was due is in the sample',
      },
      {
        condition: 'n large enough for two finite bounds',
        holds: reading?.estimate.resolvable ?? true,
        because: reading
          ? `n = ${formatCount(reading.n)}, ${levelNames[now.values.level]} needs ${formatCount(needed)}`
          : 'the samples are being drawn',
      },
      {
        condition: 'One law throughout',
        holds: true,
        because: 'the mixture does not change while the samples arrive',
      },
    ];
  },
  decide: (now) => {
    const reading = readingOf(now);
    return reading && judge(reading, now.values);
  },
  live: (now) => {
    const { level, slo } = now.values;
    const reading = readingOf(now);
    const p = levels[level];
    const truth = now.formula.quantile(p);
    const estimate = reading?.estimate;
    return {
      level: { ...live('quantile level', 'p', 'neutral', p), digits: 4 },
      samples: { ...live('samples', 'n', 'number', reading?.n ?? Number.NaN), digits: 6 },
      quantile: live(
        `${levelNames[level]} of the sample`,
        'X_k',
        'sojourn',
        estimate?.value ?? Number.NaN,
        'ms',
      ),
      quantileTrue: live(`true ${levelNames[level]}`, 'T_p', 'sojourn', truth, 'ms'),
      quantileRank: { ...live('its rank', 'k', 'neutral', estimate?.rank ?? Number.NaN), digits: 6 },
      quantileLower: live('lower bound', 'X_l', 'sojourn', estimate?.lower ?? Number.NaN, 'ms'),
      quantileUpper: live('upper bound', 'X_u', 'sojourn', estimate?.upper ?? Number.NaN, 'ms'),
      lowerRank: { ...live('lower rank', 'l', 'neutral', estimate?.lowerRank ?? Number.NaN), digits: 6 },
      upperRank: { ...live('upper rank', 'u', 'neutral', estimate?.upperRank ?? Number.NaN), digits: 6 },
      coverage: live('coverage', 'C', 'neutral', estimate?.coverage ?? confidence),
      quantileLinear: live('by linear interpolation', 'T_p', 'sojourn', estimate?.linear ?? Number.NaN, 'ms'),
      median: live('median', 'p50', 'sojourn', reading?.median ?? now.formula.quantile(0.5), 'ms'),
      tail: live('p99', 'p99', 'sojourn', reading?.p99 ?? now.formula.quantile(0.99), 'ms'),
      meanLatency: live('mean', 'm', 'sojourn', reading?.mean ?? now.formula.law.mean, 'ms'),
      slo: live('SLO', 'SLO', 'neutral', slo, 'ms'),
      attainment: live('share within the SLO', 'F', 'neutral', reading?.withinSlo ?? Number.NaN),
      averageQuantile: live(
        'average of the replicas',
        'avg',
        'neutral',
        reading?.view === 'replicas' ? reading.average : Number.NaN,
        'ms',
      ),
      waitingQuantile: live(
        'as recorded by waiting',
        'T_w',
        'neutral',
        reading?.view === 'recording' ? reading.waitingEstimate.value : Number.NaN,
        'ms',
      ),
      omitted: live(
        'never sent',
        'm',
        'neutral',
        reading?.view === 'recording' ? reading.omitted : Number.NaN,
      ),
    };
  },
  faults: [
    {
      id: 'stall',
      title: 'The target stalls under a load test',
      signal:
        'the two curves of the recording view: the generator that waits leaves out the requests it never sent',
      patch: () => ({ view: 'recording', stall: 30 }),
    },
    {
      id: 'gc-pauses',
      title: 'Garbage collection pauses hit 8 % of requests',
      signal: 'a second step in the distribution, far to the right; the median does not move',
      patch: () => ({ view: 'distribution', slowShare: 0.08, slowMean: 600 }),
    },
    {
      id: 'slow-replica',
      title: 'One of eight replicas is twelve times as slow',
      signal: 'the p95 of all requests together; the average of the replicas’ p95s hides a part of it',
      patch: () => ({ view: 'replicas', replicas: 8, slowestFactor: 12 }),
    },
    {
      id: 'few-samples',
      title: 'Only 50 samples',
      signal: 'the interval: it has no upper end, and the verdict is inconclusive',
      patch: () => ({ view: 'distribution', samples: 50 }),
    },
    {
      id: 'heavy-tail',
      title: 'The tail grows heavier beyond the p95',
      signal: 'the p99 and the mean; the p95 rule still passes',
      patch: () => ({ view: 'distribution', tailShare: 0.04, tailShape: 1.1 }),
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
