import { stats } from '../../../../src/engine/index.ts';
import { exp, expm1, power } from '../../../../src/engine/numeric/exp.ts';
import { incompleteGamma, logGamma } from '../../../../src/engine/numeric/gamma.ts';
import { log, log1p } from '../../../../src/engine/numeric/log.ts';
import { cosine, sine } from '../../../../src/engine/numeric/sine.ts';

/** Numbers of every size, both signs. */
const grid = Float64Array.from({ length: 4000 }, (_, i) => (i % 2 === 0 ? 1 : -1) * exp((i - 2000) / 100));
const positive = grid.map(Math.abs);

/** Special functions. */
export const numbers: Record<string, () => unknown> = {
  'exp and log': () => [grid.map(exp), grid.map(expm1), positive.map(log), positive.map(log1p)],
  powers: () => positive.map((x, i) => power(x, (i % 40) / 7 - 2)),
  'sine and cosine': () => [grid.map((x) => sine(x % 1e6)), grid.map((x) => cosine(x % 1e6))],
  gamma: () => [positive.map(logGamma), positive.map((x) => incompleteGamma(2.5, x).upper)],
  'normal and t': () => [
    grid.map(stats.normalCdf),
    grid.map((x) => stats.studentCdf(x, 4.5)),
    positive.map((x) => stats.normalQuantile(x / (1 + x))),
  ],
};
