/** A dimension: a size, or the name of one that is free. */
export type Dimension = number | string;

/** An input or output as the file declares it. */
export interface Port {
  readonly name: string;
  /** "float32", "int64"; null where it is no tensor. */
  readonly type: string | null;
  /** Null where the file says nothing of the shape. */
  readonly shape: readonly Dimension[] | null;
}

/** What the file of a model says of itself, read without running it. */
export interface ModelFacts {
  readonly producer: string;
  readonly irVersion: number;
  /** For example "21", "21, com.microsoft 1". */
  readonly opsets: string;
  /** Nodes, those of subgraphs too. */
  readonly nodes: number;
  readonly initializers: number;
  readonly initializerBytes: number;
  /** Element types of the initializers, most bytes first: "float32, int64". */
  readonly precision: string;
  /** Without those that an initializer gives. */
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
}

/** Why a file cannot be measured, in a sentence for the reader. */
export class ModelRefused extends Error {}
