/** The order in which those who wait at a server are taken. */
export interface Discipline {
  readonly name: string;
  readonly parameters: Readonly<Record<string, number | readonly number[]>>;
  /** What ranks those who wait, smallest first: nothing (the line itself knows), the work left, or the class. */
  readonly rank: 'none' | 'work' | 'class';
  /** Whether somebody who ranks before the one in service takes the server away; the work done is kept. */
  readonly preemptive: boolean;
  /** Whether all who are present share the servers at once. */
  readonly sharing: boolean;
  /** Share of the requests in each class, the most urgent first; one class where absent. */
  readonly shares?: readonly number[];
  /** A new empty line. */
  line(): WaitingLine;
}

/** Those who wait, as whole numbers that stand for requests. */
export interface WaitingLine {
  readonly length: number;
  push(who: number, rank: number): void;
  /** Takes the next one away; −1 when nobody waits. */
  pop(): number;
  /** Who has waited longest and stays; −1 when nobody waits, or where the line is in another order than that of arrival. */
  first(): number;
}
