/**
 * What a demo may do with its results. A notebook cell has the same calls, so that a reader can take a demo's
 * source into a cell of their own.
 */
export interface Cell {
  /** One line: names and numbers side by side, or the result of a check. */
  print(...values: readonly (string | number | boolean | Check)[]): void;
  table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): void;
  /** Bars in groups: one group for each name, one bar in it for each series. */
  bars(chart: BarChart): void;
  /** A chain or graph, drawn from left to right. */
  graph(chart: GraphChart): void;
}

/** What the engine's checks return. */
interface Check {
  readonly passed: boolean;
  readonly message: string;
}

export interface BarChart {
  readonly title: string;
  /** Title of the value axis. */
  readonly value: string;
  readonly groups: readonly string[];
  readonly series: Readonly<Record<string, readonly number[]>>;
}

export interface GraphChart {
  readonly title: string;
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [from: string, to: string])[];
}

export type CellOutput =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'check'; readonly passed: boolean; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly (string | number)[])[];
    }
  | { readonly kind: 'bars'; readonly chart: BarChart }
  | { readonly kind: 'graph'; readonly chart: GraphChart };

export type Demo = (cell: Cell) => void;
