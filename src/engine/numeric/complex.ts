import { exp } from './exp.ts';
import { log } from './log.ts';
import { cosine, sine } from './sine.ts';

/** A complex number, for Laplace transforms. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const complex = (re: number, im = 0): Complex => ({ re, im });

export const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });

export const subtract = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });

export const multiply = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});

export const times = (a: Complex, factor: number): Complex => ({ re: a.re * factor, im: a.im * factor });

export const divide = (a: Complex, b: Complex): Complex => {
  const square = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / square, im: (a.im * b.re - a.re * b.im) / square };
};

/** e^a. */
export const exponentialOf = (a: Complex): Complex => {
  const size = exp(a.re);
  return size === 0 ? complex(0) : { re: size * cosine(a.im), im: size * sine(a.im) };
};

/** a^exponent for Re a > 0 (the branch that is real on the real axis). */
export const powerOf = (a: Complex, exponent: number): Complex => {
  const logSize = log(a.re * a.re + a.im * a.im) / 2;
  return exponentialOf({ re: exponent * logSize, im: exponent * angle(a) });
};

/** arg a for Re a > 0: the half-angle formula brings the tangent below √2 − 1, where the series of atan is quick. */
const angle = ({ re, im }: Complex): number => {
  let tangent = im / re;
  let halvings = 0;
  while (Math.abs(tangent) > 0.1) {
    tangent /= 1 + Math.sqrt(1 + tangent * tangent);
    halvings++;
  }
  const w = tangent * tangent;
  let total = 1 / 17;
  for (let n = 15; n >= 1; n -= 2) total = 1 / n - w * total;
  let value = tangent * total;
  for (; halvings > 0; halvings--) value *= 2;
  return value;
};
