/** π/2 in three parts; the first two have 33 significant bits, so that their products with a small whole number are exact. */
const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_MIDDLE = 6.077100506303966e-11;
const HALF_PI_LOW = 2.0222662487959506e-21;

/**
 * Sine from IEEE operations alone, so that every JavaScript engine returns the same bits (`Math.sin` may differ in the
 * last digit). x = k·π/2 + r with |r| ≤ π/4, then Taylor's series to r¹⁷. Absolute error about 1e-16 for |x| ≤ 1e6.
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

/** sin r = r − r³/3! + … + r¹⁷/17!; the next term is below 1e-19. */
const odd = (r: number): number => {
  const w = r * r;
  const high = 1 / 362880 + w * (-1 / 39916800 + w * (1 / 6227020800 + w * (-1 / 1307674368000 + w * S17)));
  return r + r * w * (-1 / 6 + w * (1 / 120 + w * (-1 / 5040 + w * high)));
};

/** cos r = 1 − r²/2! + … + r¹⁶/16!; the next term is below 3e-18. */
const even = (r: number): number => {
  const w = r * r;
  const high = 1 / 40320 + w * (-1 / 3628800 + w * (1 / 479001600 + w * (-1 / 87178291200 + w * C16)));
  return 1 + w * (-1 / 2 + w * (1 / 24 + w * (-1 / 720 + w * high)));
};

const S17 = 1 / 355687428096000;
const C16 = 1 / 20922789888000;
