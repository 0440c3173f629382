/** What a bench found: for people, and as data. */
export interface Bench {
  readonly lines: readonly string[];
  readonly report: object;
}
