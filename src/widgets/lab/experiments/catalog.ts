import { type ComponentType, lazy } from 'react';

export type ExperimentId = (typeof experiments)[number]['id'];

/** What the lab can measure, in the order in which a reader should meet it. */
export const experiments = [
  {
    id: 'providers',
    title: 'Engines',
    question: 'Which engine is faster on this device?',
    gives: 'WASM on one thread and on several, and WebGPU, in turns, with the difference and its interval.',
    Page: lazy(() => import('./providers/Providers.tsx')),
  },
  {
    id: 'batch',
    title: 'Batch size',
    question: 'What does a larger batch cost?',
    gives: 'Time and throughput against the batch size, with the line a + b·n and whether it holds.',
    Page: lazy(() => import('./batch/Batch.tsx')),
  },
  {
    id: 'precision',
    title: 'Number formats',
    question: 'What does a smaller number format buy?',
    gives:
      'The error of fp32, fp16, int8, 8-bit and 4-bit weights against their time; what fails the gate has no speed.',
    Page: lazy(() => import('./precision/Precision.tsx')),
  },
  {
    id: 'threads',
    title: 'Threads',
    question: 'Do more threads help?',
    gives:
      'The speed-up of two, four and more threads over one, Amdahl’s law through it, and the proof that they ran.',
    Page: lazy(() => import('./threads/Threads.tsx')),
  },
  {
    id: 'load',
    title: 'Load',
    question: 'When do requests begin to wait?',
    gives:
      'Requests that arrive by a seeded schedule, served by the real session: latency from idle to overload, over formula and simulation.',
    Page: lazy(() => import('./load/Load.tsx')),
  },
  {
    id: 'cold',
    title: 'Cold start',
    question: 'What does the first answer cost?',
    gives:
      'Fetching, compiling, opening and the first runs, in fresh workers again and again, and what that means for keeping an instance alive.',
    Page: lazy(() => import('./cold/Cold.tsx')),
  },
  {
    id: 'language',
    title: 'Language model',
    question: 'How fast does a language model write?',
    gives:
      'Time to the first token and from each token to the next, against prompt length, cache layout and batch.',
    Page: lazy(() => import('./language/Language.tsx')),
  },
  {
    id: 'own',
    title: 'Your own model',
    question: 'How fast is a model of your own?',
    gives: 'An .onnx file of yours on every engine, checked against a reference run.',
    Page: lazy(() => import('./own/Own.tsx')),
  },
] as const satisfies readonly Experiment[];

export interface Experiment {
  readonly id: string;
  /** A word or two, for the list of experiments. */
  readonly title: string;
  /** What the reader finds out with it. */
  readonly question: string;
  /** What is measured and shown. */
  readonly gives: string;
  readonly Page: ComponentType;
}

export function findExperiment(id: string): Experiment | undefined {
  return experiments.find((experiment) => experiment.id === id);
}
