/** What a cache keeps and what it throws out. Keys are whole numbers; times in seconds. */
export interface Cache {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  /** Seconds that an answer from the cache takes. */
  readonly hitLatency: number;
  /** false for one that never looks at the time; its `now` is then 0. */
  readonly timed?: false;
  /** Begins one run with an empty cache. */
  start(): CacheState;
}

export interface CacheState {
  /** Whether the key is there; being asked for may keep it longer. */
  lookup(key: number, now: number): boolean;
  /** Keeps the key, throwing out another one where there is no room. */
  store(key: number, now: number): void;
}
