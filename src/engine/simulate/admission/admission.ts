/** Decides who comes in, and who of those in line is still served. */
export interface Admission {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
  /** Whether it guards the whole system at its door, or each queue by itself. */
  readonly scope: 'system' | 'queue';
  /** Begins one run, for a door before `servers` servers. */
  start(servers: number): Gate;
}

/** What is to be known at a door; times in seconds. One object is used over and over. */
export interface Door {
  now: number;
  /** When the request arrived at the system, and when this attempt of it joined the queue. */
  arrived: number;
  joined: number;
  /** Requests behind the door, those in service included, and those in line. */
  inside: number;
  waiting: number;
  /** Whether a server could begin at once. */
  idle: boolean;
}

export interface Gate {
  /** Whether a request may come in. */
  admit?(door: Door): boolean;
  /** Whether a request whose turn has come is served. */
  keep?(door: Door): boolean;
  /** A request was answered. */
  answered?(door: Door): void;
  /** A request was thrown out of the line or lost with its server. */
  lost?(door: Door): void;
}
