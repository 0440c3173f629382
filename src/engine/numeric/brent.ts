/**
 * A root of `f` in [from, to], where f must change its sign, by R. Brent's method in the form of R's `uniroot`: the points
 * visited are the same, so that a step function, which has no exact root, gives the same answer as R. Result within
 * `tolerance` of a change of sign. Source: R. Brent, Algorithms for Minimization Without Derivatives, 1973, ch. 4.
 */
export function brentRoot(f: (x: number) => number, from: number, to: number, tolerance = 1e-4): number {
  let [a, b] = [from, to];
  let [fa, fb] = [f(a), f(b)];
  let [c, fc] = [a, fa];
  if (fa === 0) return a;
  for (let iteration = 0; iteration < 1000; iteration++) {
    const previous = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    let step = (c - b) / 2;
    if (Math.abs(step) <= least || fb === 0) break;
    if (Math.abs(previous) >= least && Math.abs(fa) > Math.abs(fb)) {
      const { p, q } = interpolation([a, b, c], [fa, fb, fc]);
      if (p < 0.75 * (c - b) * q - Math.abs(least * q) / 2 && p < Math.abs((previous * q) / 2)) step = p / q;
    }
    if (Math.abs(step) < least) step = step > 0 ? least : -least;
    [a, fa] = [b, fb];
    b += step;
    fb = f(b);
    if ((fb > 0 && fc > 0) || (fb < 0 && fc < 0)) [c, fc] = [a, fa];
  }
  return b;
}

type Three = readonly [number, number, number];

/** The step p/q with p ≥ 0: linear through two points, inverse quadratic through three. */
const interpolation = ([a, b, c]: Three, [fa, fb, fc]: Three): { p: number; q: number } => {
  const gap = c - b;
  let p: number;
  let q: number;
  if (a === c) {
    const ratio = fb / fa;
    p = gap * ratio;
    q = 1 - ratio;
  } else {
    const [overC, ratio, overA] = [fa / fc, fb / fc, fb / fa];
    p = overA * (gap * overC * (overC - ratio) - (b - a) * (ratio - 1));
    q = (overC - 1) * (ratio - 1) * (overA - 1);
  }
  return p > 0 ? { p, q: -q } : { p: -p, q };
};
