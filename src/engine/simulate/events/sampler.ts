import type { Law } from '../../random/law.ts';
import type { Stream } from '../../random/stream.ts';

const BLOCK = 256;

/** Hands out the draws of a law, made a block at a time. */
export class Sampler {
  private readonly law: Law;
  private readonly stream: Stream;
  private readonly drawn = new Float64Array(BLOCK);
  private next = BLOCK;

  constructor(law: Law, stream: Stream) {
    this.law = law;
    this.stream = stream;
  }

  draw(): number {
    if (this.next === BLOCK) {
      this.law.fill(this.stream, this.drawn, BLOCK);
      this.next = 0;
    }
    return this.drawn[this.next++] ?? 0;
  }
}
