/** How requests are put together, so that a server serves several at once. */
export interface Batching {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly maxSize: number;
  /** Seconds that the oldest request waits for others while a server is idle. */
  readonly timeout: number;
}
