import type { Streams } from '../../engine/random/index.ts';
import type { Decision } from '../../engine/record/index.ts';
import type { Parameters, SymbolRole, Values } from './parameters.ts';

/** Data from outside the parameters that a widget may use; part of the input u of its record. */
export interface Inputs {
  /** Service times measured on this device in the lab, if the reader sent some here. */
  readonly measurement?: MeasuredService;
}

/** Service times of real inferences on the reader's device. */
export interface MeasuredService {
  /** Device and provider in words: “Chromium 156 · 2 cores · WASM, 1 thread”. */
  readonly device: string;
  /** Model in words: “MLP, batch 1”. */
  readonly model: string;
  /** Raw samples in seconds, in the order measured. */
  readonly serviceTimes: readonly number[];
  /** Inferences that each sample is the mean of; above 1 the spread of single ones is larger than the samples'. */
  readonly innerRuns: number;
  readonly fingerprint: string;
}

/** What a widget knows at one moment; its sentence, table, badge and decision are functions of it. */
export interface Snapshot<P extends Parameters, F, R> {
  /** Effective parameter values: the reader's, with an injected fault laid over them. */
  readonly values: Values<P>;
  readonly inputs: Inputs;
  /** Closed form of the present values; computed in the frame in which a control moved. */
  readonly formula: F;
  /** Seeded simulation; undefined until the first run has finished. */
  readonly result: R | undefined;
  /** True while `result` belongs to earlier values and a newer run is under way. */
  readonly refining: boolean;
  /** Playback time, in the timeline's unit. */
  readonly time: number;
}

/** One condition under which the formula holds, and whether it holds now. */
export interface Assumption {
  readonly condition: string;
  readonly holds: boolean;
  readonly because: string;
}

/** A named number for formulas and the margin. */
export interface LiveValue {
  readonly value: number;
  readonly unit?: string | undefined;
  readonly label: string;
  readonly symbol: string;
  readonly role: SymbolRole;
  /** Significant digits to show; default 3. */
  readonly digits?: number;
}

export interface Column {
  readonly name: string;
  readonly unit?: string;
}

export interface TableData {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A failure that the reader can inject: values laid over the reader's own until it is undone. */
export interface Fault<P extends Parameters> {
  readonly id: string;
  readonly title: string;
  /** The signal in which it can be seen. */
  readonly signal: string;
  readonly patch: (values: Values<P>) => Partial<Values<P>>;
}

/** What playback runs over. */
export interface Timeline {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
  /** Where the playhead stands before anyone moved it. */
  readonly initial: number;
  /** Wall-clock seconds that one play from start to end takes. */
  readonly seconds: number;
  /** The unit counts whole things: between two of them the reading is the lower. */
  readonly whole?: boolean;
  /** Times that “step” moves between, increasing; default: a hundredth of the span. */
  readonly stops?: ArrayLike<number>;
}

/**
 * A widget: one pure object from which the frame derives controls, reset, seed, pin and compare, playback,
 * links, embedding, export, text and table twins, badges and the decision. The picture itself is `View.tsx`
 * beside it, so that the declaration also loads in a worker.
 */
export interface Widget<P extends Parameters = Parameters, F = unknown, R = unknown> {
  readonly id: string;
  readonly title: string;
  /** One sentence: what the reader finds out with it. */
  readonly purpose: string;
  /** Raised when the meaning of parameters or results changes; part of the configuration c of a record. */
  readonly version: number;
  readonly parameters: P;
  /** Which of the inputs from outside the present values ask for; only those are loaded, and enter the record. */
  readonly uses?: (values: Values<P>) => readonly (keyof Inputs)[];
  /** Closed form, on the main thread and at once: well under 5 ms. */
  readonly formula: (values: Values<P>, inputs: Inputs) => F;
  /**
   * Seeded computation, pure: the default export of `compute.ts` beside the declaration. It runs in a worker, which
   * loads it by itself; the page only needs its type, and so never loads the simulation.
   */
  readonly compute: () => Promise<{ readonly default: Compute<Values<P>, R> }>;
  readonly timeline?: (result: R, values: Values<P>) => Timeline;
  /** The sentence under the picture, with the numbers of now. */
  readonly summarize: (now: Snapshot<P, F, R>) => string;
  readonly table: (now: Snapshot<P, F, R>) => TableData;
  readonly assumptions: (now: Snapshot<P, F, R>) => readonly Assumption[];
  /** The rule applied to a number; undefined while the number is not known yet. */
  readonly decide: (now: Snapshot<P, F, R>) => Decision | undefined;
  /** Numbers that the lesson's formulas and margin show. */
  readonly live: (now: Snapshot<P, F, R>) => Readonly<Record<string, LiveValue>>;
  readonly faults: readonly Fault<P>[];
}

/** A widget's computation: what it gives depends on its arguments alone. */
export type Compute<V, R> = (values: V, streams: Streams, inputs: Inputs) => R;

/** Any widget, for code that handles them alike. */
// biome-ignore lint/suspicious/noExplicitAny: the frame is generic over widgets whose values only the widget knows
export type AnyWidget = Widget<any, any, any>;

export function defineWidget<const P extends Parameters, F, R>(widget: Widget<P, F, R>): Widget<P, F, R> {
  return widget;
}

/** What `View.tsx` receives. */
export interface ViewProps<W extends AnyWidget> {
  readonly now: SnapshotOf<W>;
  /** The pinned run A, to be drawn quietly behind the present run B. */
  readonly pinned: SnapshotOf<W> | undefined;
  /** Moves a parameter from inside the picture (a dragged SLO line, a dragged point). */
  readonly change: (changes: Changes<W>) => void;
  /** Moves the playhead. */
  readonly seek: (time: number) => void;
  /** Width in px that the picture has. */
  readonly width: number;
}

export type SnapshotOf<W> = W extends Widget<infer P, infer F, infer R> ? Snapshot<P, F, R> : never;

/** Parameters that a view moves, by name. */
export type Changes<W> =
  W extends Widget<infer P, infer _F, infer _R> ? { readonly [K in keyof P]?: Values<P>[K] } : never;
