import { at } from '../numeric/at.ts';
import { identity, inverse, type Matrix, matrix, minus, plus, product, rowTimes } from './matrix.ts';

/** Rates of a chain whose levels go up or down by one; all levels above 0 look the same. */
export interface QuasiBirthDeath {
  up: Matrix;
  /** Within a level, the diagonal making the rows sum to 0. */
  within: Matrix;
  down: Matrix;
  /** The same at level 0, from which nothing goes down. */
  withinZero: Matrix;
}

/** The long run: level n has the probabilities zero·Rⁿ. */
export interface LevelProbabilities {
  zero: Float64Array;
  ratio: Matrix;
  /** (I − R)⁻¹ */
  sum: Matrix;
}

/**
 * The stationary law of a quasi-birth–death chain in matrix-geometric form, π_n = π_0·Rⁿ with A₀ + R·A₁ + R²·A₂ = 0.
 * G, the way down, comes from logarithmic reduction, which doubles the levels it looks at in every step; then
 * R = A₀·(−A₁ − A₀G)⁻¹. The chain must be stable. Source: Neuts 1981; Latouche & Ramaswami 1993.
 */
export function solveQuasiBirthDeath({ up, within, down, withinZero }: QuasiBirthDeath): LevelProbabilities {
  const { size } = up;
  const one = identity(size);
  const negated = (a: Matrix): Matrix => ({ size, values: a.values.map((x) => -x) });
  const stay = inverse(negated(within));
  let rise = product(stay, up);
  let fall = product(stay, down);
  let wayDown = fall;
  let reach = rise;
  for (let i = 0; i < 60; i++) {
    const back = inverse(minus(one, plus(product(rise, fall), product(fall, rise))));
    rise = product(back, product(rise, rise));
    fall = product(back, product(fall, fall));
    const step = product(reach, fall);
    wayDown = plus(wayDown, step);
    reach = product(reach, rise);
    if (step.values.every((x) => Math.abs(x) < 1e-17)) break;
  }
  const ratio = product(up, inverse(negated(plus(within, product(up, wayDown)))));
  const sum = inverse(minus(one, ratio));
  return { zero: boundary(plus(withinZero, product(ratio, down)), sum), ratio, sum };
}

/** π_0 from π_0·(B + R·A₂) = 0 and π_0·(I − R)⁻¹·1 = 1: one equation of the first gives way to the second. */
const boundary = (balance: Matrix, sum: Matrix): Float64Array => {
  const { size } = balance;
  const total = (row: number) =>
    sum.values.slice(row * size, (row + 1) * size).reduce((all, each) => all + each, 0);
  const system = matrix(size, (row, column) =>
    column === size - 1 ? total(row) : at(balance.values, row * size + column),
  );
  const last = new Float64Array(size);
  last[size - 1] = 1;
  return rowTimes(last, inverse(system));
};
