import { defineWidget } from '../frame/defineWidget.ts';
import { assumptionsOf } from './assumptions.ts';
import { faults } from './faults.ts';
import { judge } from './judge.ts';
import { liveOf } from './live.ts';
import { latencyFormula } from './model.ts';
import { parameters } from './parameters.ts';
import { readingOf } from './reading.ts';
import { tableOf } from './table.ts';
import { sentence } from './words.ts';

export default defineWidget({
  id: 'latency-distribution',
  title: 'The latency distribution',
  purpose: 'What a p95 is, how far a sample pins it down, and two ways in which dashboards get it wrong.',
  version: 1,
  parameters,
  formula: latencyFormula,
  compute: () => import('./compute.ts'),
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
  assumptions: (now) => assumptionsOf(readingOf(now), now.values),
  decide: (now) => {
    const reading = readingOf(now);
    return reading && judge(reading, now.values);
  },
  live: (now) => liveOf(readingOf(now), now.formula, now.values),
  faults,
});
