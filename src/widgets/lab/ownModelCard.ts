/** The kinds of numbers that the lab can put into a model of the reader's own. */
export type InputType = 'float32' | 'float16' | 'int32' | 'int64' | 'uint8' | 'bool';

/** An input with its dimensions chosen, and how to fill it. */
export interface OwnInput {
  readonly name: string;
  readonly type: InputType;
  readonly dims: readonly number[];
  /** Whole numbers are drawn from 0 to this, itself left out. */
  readonly upperBound: number;
}

/** An output as a runtime gave it. */
export interface OwnOutput {
  readonly name: string;
  readonly dims: number[];
  readonly values: Float64Array<ArrayBuffer>;
}

/** How far another engine's output may be from the reference. */
export interface OwnTolerance {
  /** Share of the element. */
  readonly relative: number;
  /** Share of the output's root mean square. */
  readonly ofScale: number;
}

/** What is known of a model of the reader's own, for the worker that measures it. */
export interface OwnModelCard {
  readonly kind: 'own';
  /** The file's name. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** As the initializers say: "float32", "float32, int64". */
  readonly precision: string;
  readonly inputs: readonly OwnInput[];
  readonly tolerance: OwnTolerance;
  /** What WASM with one thread answered; null where that is what is being asked. */
  readonly expected: readonly OwnOutput[] | null;
}

/** Most bytes of all inputs, and of all outputs: what one run may move between page and runtime. */
export const mostBytes = 256_000_000;
