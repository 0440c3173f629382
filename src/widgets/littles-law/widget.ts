import { defineWidget } from '../frame/defineWidget.ts';
import { littlesLawAssumptions, littlesLawDecision } from './judgement.ts';
import { littlesLawLive } from './live.ts';
import { littlesLawFormula, shownSeconds } from './model.ts';
import { largestRate, overload } from './overload.ts';
import { parameters } from './parameters.ts';
import { requireWindow } from './reading.ts';
import { littlesLawSentence } from './sentence.ts';
import { littlesLawTable } from './table.ts';

export default defineWidget({
  id: 'littles-law',
  title: 'Little’s law on one sample path',
  purpose:
    'Why the number in a system is rate times time: one area, cut two ways, on any window, with the edges shown.',
  version: 1,
  parameters,
  formula: (values) => {
    requireWindow(values);
    return littlesLawFormula(values);
  },
  compute: () => import('./compute.ts'),
  timeline: ({ path }) => ({
    start: 0,
    end: shownSeconds,
    unit: 's',
    initial: shownSeconds,
    seconds: 2.5 * shownSeconds,
    stops: path.time,
  }),
  summarize: littlesLawSentence,
  table: littlesLawTable,
  assumptions: littlesLawAssumptions,
  decide: littlesLawDecision,
  live: littlesLawLive,
  faults: [
    {
      id: 'finished-only',
      title: 'Only finished requests are measured, while the queue grows',
      signal: 'the hollow bars: they are in L̄ but in no log line, so λ̄·W̄ falls short of L̄',
      patch: (values) => ({ ...overload(values), cohort: 'finished' }),
    },
    {
      id: 'rejects',
      title: 'Rejected attempts are counted in λ̄',
      signal: 'λ̄: every cross under N(t) counts as an arrival, though it never entered',
      patch: ({ arrivalRate }) => ({ rejectRate: Math.min(largestRate, 0.4 * arrivalRate) }),
    },
    {
      id: 'clock-skew',
      title: 'Completion stamps run 150 ms ahead',
      signal: 'W̄: every bar is measured 150 ms too long, so λ̄·W̄ exceeds L̄ by λ̄ times that',
      patch: () => ({ clockSkew: 150 }),
    },
    {
      id: 'overload',
      title: 'Traffic exceeds capacity',
      signal: 'the edge term: it grows with the window instead of dying out, and still the identity holds',
      patch: overload,
    },
  ],
});
