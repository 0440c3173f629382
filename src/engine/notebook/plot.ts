import * as v from 'valibot';
import { limits } from './limits.ts';

/** What a mark stands for, hence its colour; the page's chart tones. */
export const plotTones = [
  'arrival-rate',
  'service-rate',
  'utilization',
  'sojourn',
  'number',
  'cost',
  'neutral',
  'formula',
  'simulation',
  'measured',
  'good',
  'warn',
  'bad',
  'ink',
] as const;

const words = v.pipe(v.string(), v.maxLength(200));
const tone = v.optional(v.picklist(plotTones));
const finite = v.pipe(v.number(), v.finite());
const points = v.pipe(v.array(v.strictTuple([finite, finite])), v.maxLength(limits.plotPoints));

const axisSchema = v.strictObject({
  label: v.optional(words, ''),
  unit: v.optional(words, ''),
  scale: v.optional(v.picklist(['linear', 'log']), 'linear'),
  domain: v.optional(v.strictTuple([finite, finite])),
});

const markSchema = v.variant('mark', [
  /** `step`: the value holds until the next point. */
  v.strictObject({
    mark: v.literal('line'),
    points,
    label: v.optional(words),
    tone,
    dashed: v.optional(v.boolean(), false),
    step: v.optional(v.boolean(), false),
  }),
  /** [x, low, high] */
  v.strictObject({
    mark: v.literal('area'),
    points: v.pipe(v.array(v.strictTuple([finite, finite, finite])), v.maxLength(limits.plotPoints)),
    label: v.optional(words),
    tone,
  }),
  /** [x, y], or [x, y, low, high] with a whisker. */
  v.strictObject({
    mark: v.literal('scatter'),
    points: v.pipe(
      v.array(v.union([v.strictTuple([finite, finite]), v.strictTuple([finite, finite, finite, finite])])),
      v.maxLength(limits.plotPoints),
    ),
    label: v.optional(words),
    tone,
  }),
  /** Bars over [from, to], as of a histogram. */
  v.strictObject({
    mark: v.literal('bins'),
    bins: v.pipe(v.array(v.strictTuple([finite, finite, finite])), v.maxLength(limits.plotPoints)),
    label: v.optional(words),
    tone,
  }),
  /** A straight line across the plot at one x or one y. */
  v.strictObject({
    mark: v.literal('rule'),
    axis: v.picklist(['x', 'y']),
    value: finite,
    label: v.optional(words),
    tone,
  }),
]);

/** A chart as data: axes with units and marks in drawing order; or bars by name; or a graph from left to right. */
export const plotSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('xy'),
    title: v.optional(words, ''),
    x: axisSchema,
    y: axisSchema,
    marks: v.pipe(v.array(markSchema), v.minLength(1), v.maxLength(limits.plotMarks)),
  }),
  /** One group a name, one bar in it a series; with one series, plain bars. */
  v.strictObject({
    kind: v.literal('bars'),
    title: v.optional(words, ''),
    y: axisSchema,
    groups: v.pipe(v.array(words), v.minLength(1), v.maxLength(60)),
    series: v.pipe(
      v.array(v.strictObject({ label: words, values: v.array(finite), tone })),
      v.minLength(1),
      v.maxLength(6),
    ),
    rules: v.optional(v.array(v.strictObject({ value: finite, label: v.optional(words), tone })), []),
  }),
  v.strictObject({
    kind: v.literal('graph'),
    title: v.optional(words, ''),
    nodes: v.pipe(v.array(words), v.minLength(1), v.maxLength(60)),
    edges: v.pipe(v.array(v.strictTuple([words, words])), v.maxLength(400)),
  }),
]);

export type PlotSpec = v.InferOutput<typeof plotSchema>;
export type PlotMark = v.InferOutput<typeof markSchema>;
export type PlotAxis = v.InferOutput<typeof axisSchema>;
