/** A whole number for each key, −1 where there is none; grows to the largest key seen. */
export class KeyTable {
  private values = new Int32Array(256).fill(-1);

  get(key: number): number {
    return key < this.values.length ? (this.values[key] ?? -1) : -1;
  }

  set(key: number, value: number): void {
    if (key >= this.values.length) {
      const larger = new Int32Array(Math.max(key + 1, this.values.length * 2)).fill(-1);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[key] = value;
  }
}
