import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { modelCardSchema, referenceBatch, seededValues } from '../../../src/engine/benchmark/index.ts';

const shipped = v.parse(
  modelCardSchema,
  JSON.parse(readFileSync(new URL('../../../public/models/mlp.json', import.meta.url), 'utf8')),
);

/** The shipped card with a reference of two rows of three, and two answers to each. */
const card = {
  ...shipped,
  reference: {
    ...shipped.reference,
    input: { ...shipped.reference.input, seed: 3, rows: 2, columns: 3 },
    output: [1, 2, 3, 4],
  },
};

describe('a reference batch', () => {
  const [first, second] = [seededValues(3, 6).slice(0, 3), seededValues(3, 6).slice(3)];

  it('repeats the card’s rows in order, with the answer to each', () => {
    const { input, expected } = referenceBatch(card, 5);
    expect([...input]).toEqual([...first, ...second, ...first, ...second, ...first]);
    expect([...expected]).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1, 2]);
  });
  it('takes the first rows where fewer are asked for', () => {
    const { input, expected } = referenceBatch(card, 1);
    expect([...input]).toEqual([...first]);
    expect([...expected]).toEqual([1, 2]);
  });
});
