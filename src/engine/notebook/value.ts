import * as v from 'valibot';
import { limits } from './limits.ts';

/**
 * A JavaScript value as data: what a cell shows of a result, cut to the limits. A leaf has its text; a branch has its
 * entries, and how many more there were.
 */
export type ValueTree =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'leaf'; readonly of: LeafKind; readonly text: string }
  | {
      readonly type: 'branch';
      /** 'Array(3)', 'Float64Array(1000)', 'Map(2)', '{…}' or the class's name. */
      readonly label: string;
      readonly entries: readonly ValueEntry[];
      /** Entries left out. */
      readonly more: number;
    };

export interface ValueEntry {
  readonly key: string;
  readonly value: ValueTree;
}

export type LeafKind = (typeof leafKinds)[number];

const leafKinds = [
  'string',
  'boolean',
  'null',
  'undefined',
  'bigint',
  'symbol',
  'date',
  'regexp',
  'function',
  'error',
  /** A value that contains itself. */
  'circular',
  /** Deeper or more than the limits allow. */
  'truncated',
] as const;

const text = v.pipe(v.string(), v.maxLength(limits.string + 200));

export const valueTreeSchema: v.GenericSchema<unknown, ValueTree> = v.variant('type', [
  v.strictObject({ type: v.literal('number'), value: v.union([v.number(), v.nan()]) }),
  v.strictObject({ type: v.literal('leaf'), of: v.picklist(leafKinds), text }),
  v.strictObject({
    type: v.literal('branch'),
    label: text,
    entries: v.pipe(
      v.array(v.strictObject({ key: text, value: v.lazy(() => valueTreeSchema) })),
      v.maxLength(limits.valueEntries),
    ),
    more: v.pipe(v.number(), v.minValue(0)),
  }),
]);
