import { at } from '../numeric/at.ts';

/**
 * sfc32 ("small fast counting", C. Doty-Humphrey, PractRand): 96 bits of chaotic state and a 32-bit counter, so
 * that every cycle is at least 2³² long and 2¹²⁷ long on average. Passes PractRand and BigCrush.
 * The state is open to `Stream`, whose inner loop keeps it in locals.
 */
export class Sfc32 {
  a: number;
  b: number;
  c: number;
  counter: number;

  constructor(words: Int32Array) {
    this.a = at(words, 0);
    this.b = at(words, 1);
    this.c = at(words, 2);
    this.counter = at(words, 3);
    for (let i = 0; i < 15; i++) this.next();
  }

  /** The next signed 32-bit word. */
  next(): number {
    const word = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + word) | 0;
    return word;
  }

  /** A number strictly between 0 and 1: the middle of one of 2³² equal cells. */
  uniform(): number {
    return (this.next() + 2147483648.5) / 4294967296;
  }

  /** Writes `count` uniforms into `out`. */
  fillUniform(out: Float64Array, count: number): void {
    let a = this.a | 0; // `| 0` tells the compiler that these stay 32-bit integers
    let b = this.b | 0;
    let c = this.c | 0;
    let counter = this.counter | 0;
    for (let i = 0; i < count; i++) {
      const word = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      out[i] = (word + 2147483648.5) / 4294967296;
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.counter = counter;
  }
}
