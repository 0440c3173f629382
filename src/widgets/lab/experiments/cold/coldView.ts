import { type Repeated, repeated, requestsToAmortize } from '../../../../engine/benchmark/index.ts';
import { quantile } from '../../../../engine/stats/index.ts';
import type { ColdRepetition, ColdRun } from '../../../../store/coldRun.ts';
import { untilAnswer } from './parts.ts';

/** The starts of one engine. */
export interface EngineView {
  readonly id: string;
  readonly name: string;
  readonly stamp: ColdRun['engines'][number]['stamp'];
  /** In the order in which they were made; those that do not count are left out. */
  readonly starts: readonly ColdRepetition[];
  /** The start with a cold cache, if this run had one. */
  readonly cold: ColdRepetition | null;
  /** Starts with a warm cache. */
  readonly warm: readonly ColdRepetition[];
  readonly discarded: number;
  /** Until the first answer, warm cache. */
  readonly untilAnswer: Repeated | null;
  /** One run in the steady state. */
  readonly steady: Repeated | null;
  /** From the first run's start until the runs are steady. */
  readonly steadyAfter: Repeated | null;
  /** Everything before a steady run, of a start with warm cache, and that run; null without a steady state. */
  readonly work: { readonly start: number; readonly service: number } | null;
  /** Requests after which the start is under 1 % of all work. */
  readonly amortizedAfter: number | null;
}

/** Share of all work under which a start no longer matters. */
export const startLimit = 0.01;

/** What the pictures and tables of a run show, engine by engine. */
export function coldView({ engines, repetitions }: ColdRun): readonly EngineView[] {
  return engines.map(({ id, name, stamp }) => {
    const all = repetitions.filter(({ engine }) => engine === id);
    const starts = all.filter(({ discarded }) => discarded === null);
    const warm = starts.filter(({ warmCache }) => warmCache);
    const answered = repeated((warm.length > 0 ? warm : starts).map(untilAnswer));
    const steady = repeated(starts.flatMap(steadyRun));
    const work =
      answered && steady
        ? { start: Math.max(0, answered.median - steady.median), service: steady.median }
        : null;
    return {
      id,
      name,
      stamp,
      starts,
      cold: starts.find(({ warmCache }) => !warmCache) ?? null,
      warm,
      discarded: all.length - starts.length,
      untilAnswer: repeated(warm.map(untilAnswer)),
      steady,
      steadyAfter: repeated(starts.flatMap(steadyTime)),
      work,
      amortizedAfter: work && requestsToAmortize(work, startLimit),
    };
  });
}

/** The median run once steady, or nothing. */
export const steadyRun = ({ steadyFrom, windows }: ColdRepetition): number[] =>
  steadyFrom === null
    ? []
    : [
        quantile(
          windows.slice(steadyFrom).map(({ medianMs }) => medianMs),
          0.5,
        ),
      ];

const steadyTime = ({ steadyFrom, windows }: ColdRepetition): number[] => {
  const first = steadyFrom === null ? undefined : windows[steadyFrom];
  return first ? [first.startMs] : [];
};
