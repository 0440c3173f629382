/** π/2 in three parts; the first two have 33 significant bits, so that their products with a small whole number are exact. */
const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_MIDDLE = 6.077100506303966e-11;
const HALF_PI_LOW = 2.0222662487959506e-21;

/**
 * Sine from IEEE operations alone, so that every JavaScript engine returns the same bits (`Math.sin` may differ in the
 * last digit). x = k·π/2 + r with |r| ≤ π/4, then Taylor's series to r¹⁹. Absolute error about 1e-16 for |x| ≤ 1e6.
 */
export function sine(x: number): number {
  return quarter(x, 0);
}

/** Cosine by the same means: the sine a quarter turn on. */
export function cosine(x: number): number {
  return quarter(x, 1);
}

/** sin(x + turns·π/2), with the quarter turns added exactly. */
const quarter = (x: number, turns: number): number => {
  const k = Math.floor(x / (Math.PI / 2) + 0.5);
  const r = x - k * HALF_PI_HIGH - k * HALF_PI_MIDDLE - k * HALF_PI_LOW;
  switch ((((k + turns) % 4) + 4) % 4) {
    case 0:
      return odd(r);
    case 1:
      return even(r);
    case 2:
      return -odd(r);
    default:
      return -even(r);
  }
};

const odd = (r: number): number => {
  const w = r * r;
  let total = 1;
  for (let n = 18; n >= 2; n -= 2) total = 1 - (w / (n * (n + 1))) * total;
  return r * total;
};

const even = (r: number): number => {
  const w = r * r;
  let total = 1;
  for (let n = 19; n >= 1; n -= 2) total = 1 - (w / (n * (n + 1))) * total;
  return total;
};
