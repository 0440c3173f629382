import type { PlotMark, PlotSpec } from '../../../../../engine/notebook/index.ts';

/** What `plot.line(…)` and its like give: to be drawn by `plot`, or as the value of a cell. */
export class Mark {
  readonly kind: 'xy' | 'bars' | 'graph';
  readonly #content: MarkContent;

  constructor(content: MarkContent) {
    this.kind = 'mark' in content ? 'xy' : content.kind;
    this.#content = content;
  }

  get content(): MarkContent {
    return this.#content;
  }
}

/** A mark of a chart with two axes; or a whole chart of its own. */
export type MarkContent = PlotMark | Exclude<PlotSpec, { kind: 'xy' }>;
