import { at } from './at.ts';
/** Nodes in [−1, 1] and their weights. */
export interface Rule {
  nodes: Float64Array;
  weights: Float64Array;
}

const known = new Map<number, Rule>();

/**
 * Gauss–Legendre quadrature with n points, exact for polynomials of degree 2n − 1: the roots of the Legendre polynomial
 * by Newton's method from cos(π(i + ¾)/(n + ½)), weights 2/((1 − x²)·P′ₙ(x)²). Source: Abramowitz & Stegun 25.4.29.
 */
export function gaussLegendre(n: number): Rule {
  const made = known.get(n);
  if (made) return made;
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < Math.ceil(n / 2); i++) {
    let x = roughCosine((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let round = 0; round < 20; round++) {
      const { value, derivative } = legendre(n, x);
      slope = derivative;
      const step = value / derivative;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    nodes[i] = -x;
    nodes[n - 1 - i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
    weights[n - 1 - i] = at(weights, i);
  }
  const rule = { nodes, weights };
  known.set(n, rule);
  return rule;
}

/** Taylor's series, good to 3e-5 on [0, π/2]: a start for Newton that is the same in every engine. */
const roughCosine = (angle: number): number => {
  const w = angle * angle;
  return 1 - (w / 2) * (1 - (w / 12) * (1 - (w / 30) * (1 - w / 56)));
};

const legendre = (n: number, x: number): { value: number; derivative: number } => {
  let previous = 1;
  let value = x;
  for (let k = 2; k <= n; k++)
    [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
  return { value, derivative: (n * (previous - x * value)) / (1 - x * x) };
};
