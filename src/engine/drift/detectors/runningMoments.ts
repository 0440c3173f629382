/** Mean and variance of the values so far (Welford 1962): one pass, no cancellation. */
export class RunningMoments {
  count = 0;
  mean = 0;
  private squares = 0;

  add(value: number): void {
    this.count++;
    const before = value - this.mean;
    this.mean += before / this.count;
    this.squares += before * (value - this.mean);
  }

  /** Sample standard deviation (ddof 1); 0 for a single value. */
  get standardDeviation(): number {
    return this.count < 2 ? 0 : Math.sqrt(Math.max(0, this.squares / (this.count - 1)));
  }
}
