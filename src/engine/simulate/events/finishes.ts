/**
 * When each of a few servers finishes, Infinity for one that is idle. With no more than eight a look at all of them is
 * quicker than a heap. Of equal times the one set first comes first, as in the event list.
 */
export class Finishes {
  private readonly times: Float64Array;
  private readonly order: Int32Array;
  private placed = 0;

  constructor(servers: number) {
    this.times = new Float64Array(servers).fill(Infinity);
    this.order = new Int32Array(servers);
  }

  /** The server that finishes next; any server when all are idle. */
  first(): number {
    const { times } = this;
    let first = 0;
    let ties = 0;
    for (let k = 1; k < times.length; k++) {
      const time = times[k] ?? 0;
      const earliest = times[first] ?? 0;
      ties += Number(time === earliest);
      first += (k - first) * Number(time < earliest); // no predictor guesses which is earlier
    }
    return ties === 0 ? first : this.firstOfEqual(times[first] ?? 0);
  }

  at(server: number): number {
    return this.times[server] ?? Infinity;
  }

  set(server: number, time: number): void {
    this.times[server] = time;
    this.order[server] = this.placed;
    this.placed = (this.placed + 1) | 0;
  }

  clear(server: number): void {
    this.times[server] = Infinity;
  }

  private firstOfEqual(time: number): number {
    let first = this.times.indexOf(time);
    for (let k = first + 1; k < this.times.length; k++) {
      const earlier = ((this.order[first] ?? 0) - (this.order[k] ?? 0)) | 0; // the count may wrap
      if (this.times[k] === time && earlier > 0) first = k;
    }
    return first;
  }
}
