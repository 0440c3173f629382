/*
 * What a notebook cell has in scope, for the type checker alone: `tsc -p src/lessons/notebook` checks the demos against
 * the engine's own types. The kernel puts the values there.
 */

declare const engine: typeof import('../../../engine/index.ts');
declare const drift: typeof import('../../../engine/drift/index.ts');
declare const queueing: typeof import('../../../engine/queueing/index.ts');
declare const random: typeof import('../../../engine/random/index.ts');
declare const record: typeof import('../../../engine/record/index.ts');
declare const release: typeof import('../../../engine/release/index.ts');
declare const simulate: typeof import('../../../engine/simulate/index.ts');
declare const stats: typeof import('../../../engine/stats/index.ts');

declare const softmax: typeof import('../../../engine/stats/index.ts').softmax;
declare const percentile: typeof import('../../../engine/stats/index.ts').percentile;
declare const psi: typeof import('../../../engine/drift/index.ts').psi;
declare const jsDivergence: typeof import('../../../engine/drift/index.ts').jsDivergence;

declare function checkTrue(condition: boolean, name: string): void;
declare function checkClose(value: number, target: number, tolerance?: number, name?: string): void;

type Shown = string | number | boolean | null;
declare function print(...values: unknown[]): void;
declare function display(value: unknown): void;
declare function table(columns: readonly string[], rows: readonly (readonly Shown[])[]): void;
declare function table(objects: readonly Readonly<Record<string, Shown>>[]): void;
declare const console: Record<
  'log' | 'info' | 'warn' | 'error' | 'debug',
  (...values: unknown[]) => void
>;
declare function sleep(milliseconds: number): Promise<void>;

/** What `plot` draws; made by `plot.line` and its like. */
declare class PlotMark {
  private readonly mark: never;
}
type Tone = typeof import('../../../engine/notebook/plot.ts').plotTones[number];
interface MarkLook {
  label?: string;
  tone?: Tone;
}
/** Rows [x, y] (with [x, low, high] for areas, [x, y, low, high] for whiskers), objects, or columns. */
type PlotPoints =
  | readonly (readonly number[])[]
  | readonly { readonly x: number; readonly y: number }[]
  | { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
interface PlotAxisLook {
  label?: string;
  unit?: string;
  scale?: 'linear' | 'log';
  domain?: readonly [number, number];
}
declare const plot: {
  (
    marks: PlotMark | readonly PlotMark[],
    look?: { title?: string; x?: PlotAxisLook; y?: PlotAxisLook },
  ): void;
  line(points: PlotPoints, look?: MarkLook & { dashed?: boolean; step?: boolean }): PlotMark;
  area(points: readonly (readonly number[])[], look?: MarkLook): PlotMark;
  scatter(points: PlotPoints, look?: MarkLook): PlotMark;
  histogram(values: ArrayLike<number>, look?: MarkLook & { bins?: number }): PlotMark;
  ecdf(values: ArrayLike<number>, look?: MarkLook): PlotMark;
  rule(at: MarkLook & ({ x: number } | { y: number })): PlotMark;
  bars(values: Readonly<Record<string, number>>, look?: { tone?: Tone }): PlotMark;
  groupedBars(groups: readonly string[], series: Readonly<Record<string, ArrayLike<number>>>): PlotMark;
  graph(nodes: readonly string[], edges: readonly (readonly [from: string, to: string])[]): PlotMark;
};

/** A slider; its present value. */
declare const input: {
  range(slider: {
    label: string;
    min: number;
    max: number;
    step?: number;
    value: number;
    unit?: string;
    key?: string;
  }): number;
};

/** The widget of the cell's lesson, where there is one. */
declare const widget:
  | {
      readonly id: string;
      readonly title: string;
      readonly parameters: Readonly<Record<string, unknown>>;
      readonly summary: string;
      readonly rows: readonly unknown[];
    }
  | undefined;

/** Saved measurements of this device, newest first. */
declare const lab: readonly {
  readonly name: string;
  readonly model: string;
  readonly provider: string;
  readonly threads: number;
  readonly batch: number;
  readonly precision: string;
  readonly milliseconds: readonly number[];
  readonly p50?: number;
  readonly p95?: number;
  readonly device: string;
  readonly createdAt: string;
}[];
