import { LogHistogram } from '../../src/engine/stats/logHistogram.ts';

export interface Sojourn {
  meanSojourn: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Takes the sojourns of another library's run down, into the histogram that this engine uses. */
export class Sojourns {
  private readonly histogram = new LogHistogram();
  private readonly block = new Float64Array(1024);
  private waiting = 0;
  private sum = 0;

  add(sojourn: number): void {
    this.sum += sojourn;
    this.block[this.waiting++] = sojourn;
    if (this.waiting === this.block.length) this.flush();
  }

  result(): Sojourn {
    this.flush();
    const { histogram } = this;
    return {
      meanSojourn: this.sum / histogram.count,
      p50: histogram.quantile(0.5),
      p95: histogram.quantile(0.95),
      p99: histogram.quantile(0.99),
    };
  }

  private flush(): void {
    this.histogram.addBlock(this.block, 0, this.waiting);
    this.waiting = 0;
  }
}
