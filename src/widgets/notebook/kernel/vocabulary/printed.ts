import { limits, type ValueEntry, type ValueTree } from '../../../../engine/notebook/index.ts';
import { valueTree } from '../values/valueTree.ts';

/** The line that `print` writes: texts as they are, numbers at 6 significant digits, structures in brackets. */
export const printedLine = (values: readonly unknown[]): string => {
  const line = values
    .map((value) => (typeof value === 'string' ? value : printed(valueTree(value))))
    .join(' ');
  return line.length > limits.text ? `${line.slice(0, limits.text)}…` : line;
};

const printed = (tree: ValueTree): string => {
  if (tree.type === 'number') return printedNumber(tree.value);
  if (tree.type === 'leaf') return tree.text;
  const more = tree.more > 0 ? [`… ${tree.more} more`] : [];
  const isList = tree.label.includes('Array(') || tree.label.startsWith('Set(');
  const parts = [...tree.entries.map(isList ? item : field), ...more].join(', ');
  if (isList) return `[${parts}]`;
  return `${tree.label === 'Object' ? '' : `${tree.label} `}{${parts && ` ${parts} `}}`;
};

const item = ({ value }: ValueEntry) => printed(value);
const field = ({ key, value }: ValueEntry) => `${key}: ${printed(value)}`;

/** 6 significant digits without trailing zeros; whole numbers in full. */
const printedNumber = (value: number): string => {
  if (Object.is(value, -0)) return '-0';
  if (Number.isSafeInteger(value)) return String(value);
  return String(Number(value.toPrecision(6)));
};
