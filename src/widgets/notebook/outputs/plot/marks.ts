import type { PlotMark } from '../../../../engine/notebook/index.ts';
import { type Points, type Tone, textWidth } from '../../../chart/index.ts';

/** A mark with what it is called in the picture, in the crosshair and in the table. */
export interface NamedMark<M extends PlotMark = PlotMark> {
  readonly mark: M;
  readonly tone: Tone;
  /** Unique within the chart: its label, else its kind; numbered where two are alike. */
  readonly name: string;
  /** What stands at the mark; a label that was used before is not written twice. */
  readonly label: string | undefined;
}

/** Tones of marks that name none, in their order; told apart in both themes. */
const tones: readonly Tone[] = [
  'arrival-rate',
  'utilization',
  'service-rate',
  'sojourn',
  'number',
  'neutral',
];

/** Tones of one colour: a mark without a tone gets none that another mark has taken under either name. */
const sameColour: Partial<Record<Tone, Tone>> = {
  simulation: 'arrival-rate',
  measured: 'service-rate',
  cost: 'neutral',
};

/** Tones for those that have none, apart from those that were given. */
function* freeTones(given: readonly (Tone | undefined)[]): Generator<Tone, Tone> {
  const taken = new Set(given.map((tone) => (tone ? (sameColour[tone] ?? tone) : undefined)));
  const free = tones.filter((tone) => !taken.has(tone));
  const usable = free.length > 0 ? free : tones;
  for (let i = 0; ; i += 1) yield usable[i % usable.length] ?? 'neutral';
}

/** The tone of each series: its own, or one that tells it from the others. */
export function tonesOf(series: readonly { readonly tone?: Tone | undefined }[]): readonly Tone[] {
  const free = freeTones(series.map(({ tone }) => tone));
  return series.map(({ tone }) => tone ?? free.next().value);
}

export function nameMarks(marks: readonly PlotMark[]): readonly NamedMark[] {
  const counts = new Map<string, number>();
  const toneOfLabel = new Map<string, Tone>();
  const free = freeTones(marks.map(({ tone }) => tone));
  return marks.map((mark): NamedMark => {
    const plain = mark.label || mark.mark;
    const count = (counts.get(plain) ?? 0) + 1;
    counts.set(plain, count);
    // Marks of one name are one thing drawn twice, such as points and the line through them.
    const shared = mark.label ? toneOfLabel.get(mark.label) : undefined;
    const tone = mark.tone ?? shared ?? (mark.mark === 'rule' ? 'neutral' : free.next().value);
    if (mark.label) toneOfLabel.set(mark.label, tone);
    return {
      mark,
      tone,
      name: count > 1 ? `${plain} (${count})` : plain,
      label: mark.label && count === 1 ? mark.label : undefined,
    };
  });
}

/** Where a mark lies, as points that a label can hold on to; an area's are in its middle. */
export function outline(mark: Exclude<PlotMark, { mark: 'rule' | 'bins' }>): Points {
  if (mark.mark === 'area') return mark.points.map(([x, low, high]) => [x, (low + high) / 2]);
  if (mark.mark === 'line') return mark.points;
  // The end of a cloud is its right-most point, wherever that stands in the data.
  return mark.points.map(([x, y]) => [x, y] as const).sort((a, b) => a[0] - b[0]);
}

/** A text cut to `room` px, with an ellipsis. */
export function shortened(text: string, room: number, size = 12): string {
  if (textWidth(text, size, 500) <= room) return text;
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (textWidth(`${text.slice(0, middle)}…`, size, 500) <= room) low = middle;
    else high = middle - 1;
  }
  return `${text.slice(0, low).trimEnd()}…`;
}
