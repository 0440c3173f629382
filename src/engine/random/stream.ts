import { at } from '../numeric/at.ts';
import { exp } from '../numeric/exp.ts';
import { log } from '../numeric/log.ts';
import { type Seed, seedWords } from './seed.ts';
import { Sfc32 } from './sfc32.ts';
import { LAYERS, layerAccept, layerDensity, layerScale, TAIL_START } from './ziggurat.ts';

const BLOCK = 1024;

/**
 * One stream of random numbers: uniforms, unit-rate exponentials and standard normals. It is deterministic in
 * (seed, name), and uses IEEE operations only, so that the bits are the same in every JavaScript engine.
 *
 * Numbers are made a block at a time; the single-draw methods hand them out. Uniforms and exponentials come from
 * separate generators, so that drawing one does not shift the other.
 */
export class Stream {
  private readonly words: Sfc32;
  private readonly rare: Sfc32;
  private readonly uniformWords: Sfc32;
  private readonly uniforms = new Float64Array(BLOCK);
  private readonly exponentials = new Float64Array(BLOCK);
  private nextUniformIndex = BLOCK;
  private nextExponentialIndex = BLOCK;
  private spareNormal = Number.NaN;

  constructor(seed: Seed, name = '') {
    this.words = new Sfc32(seedWords(seed, `${name}/exponential`));
    this.rare = new Sfc32(seedWords(seed, `${name}/rare`));
    this.uniformWords = new Sfc32(seedWords(seed, `${name}/uniform`));
  }

  /** A number strictly between 0 and 1. */
  uniform(): number {
    if (this.nextUniformIndex === BLOCK) {
      this.uniformWords.fillUniform(this.uniforms, BLOCK);
      this.nextUniformIndex = 0;
    }
    return this.uniforms[this.nextUniformIndex++] ?? 0;
  }

  /** A whole number from 0 to count − 1, each equally likely (to within 2⁻³² · count). */
  integer(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  /** An exponential variate with mean 1. */
  exponential(): number {
    if (this.nextExponentialIndex === BLOCK) {
      this.fillExponential(this.exponentials, BLOCK);
      this.nextExponentialIndex = 0;
    }
    return this.exponentials[this.nextExponentialIndex++] ?? 0;
  }

  /** A normal variate with mean 0 and variance 1, by Marsaglia's polar method (no sine or cosine is needed). */
  normal(): number {
    if (!Number.isNaN(this.spareNormal)) {
      const spare = this.spareNormal;
      this.spareNormal = Number.NaN;
      return spare;
    }
    for (;;) {
      const x = 2 * this.uniform() - 1;
      const y = 2 * this.uniform() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * log(square)) / square);
      this.spareNormal = y * factor;
      return x * factor;
    }
  }

  /** Writes `count` exponentials with the given mean into `out`. */
  fillExponential(out: Float64Array, count: number = out.length, mean = 1): void {
    // The generator is unrolled here, with its state in locals for the whole block: this loop feeds every queue.
    const state = this.words;
    let a = state.a | 0; // `| 0` tells the compiler that these stay 32-bit integers: three times as fast
    let b = state.b | 0;
    let c = state.c | 0;
    let counter = state.counter | 0;
    const scale = layerScale;
    const accept = layerAccept;
    let layers = 0;
    for (let i = 0; i < count; i++) {
      if ((i & 3) === 0) {
        layers = (((a + b) | 0) + counter) | 0; // one word gives the layers of four draws
        counter = (counter + 1) | 0;
        a = b ^ (b >>> 9);
        b = (c + (c << 3)) | 0;
        c = (((c << 21) | (c >>> 11)) + layers) | 0;
      } else layers >>>= 8;
      const word = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + word) | 0;
      const layer = layers & 255;
      const position = word >>> 1;
      const x = (position + 0.5) * (scale[layer] ?? 0);
      if (position < (accept[layer] ?? 0)) out[i] = x * mean;
      else out[i] = this.rareExponential(layer, x) * mean;
    }
    state.a = a;
    state.b = b;
    state.c = c;
    state.counter = counter;
  }

  /** Writes `count` uniforms in (0, 1) into `out`. */
  fillUniform(out: Float64Array, count: number = out.length): void {
    this.uniformWords.fillUniform(out, count);
  }

  /** The two draws in a hundred that fall beside the curve's rectangle, or into the tail. */
  private rareExponential(firstLayer: number, firstX: number): number {
    let layer = firstLayer;
    let x = firstX;
    for (;;) {
      if (layer === 0) return TAIL_START - log(this.rare.uniform());
      const low = at(layerDensity, layer);
      const high = at(layerDensity, layer + 1);
      if (low + this.rare.uniform() * (high - low) < exp(-x)) return x;
      layer = Math.floor(this.rare.uniform() * LAYERS);
      const position = Math.floor(this.rare.uniform() * 2147483648);
      x = (position + 0.5) * at(layerScale, layer);
      if (position < at(layerAccept, layer)) return x;
    }
  }
}
