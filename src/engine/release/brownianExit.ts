import { at } from '../numeric/at.ts';
import { gaussLegendre } from '../numeric/gaussLegendre.ts';
import { normalCdf, normalDensity } from '../numeric/normal.ts';

/** The score S(t) = Z√t before a look, on the nodes of a quadrature; `weights` hold density × quadrature weight. */
export interface Paths {
  time: number;
  nodes: Float64Array;
  weights: Float64Array;
}

/** All paths at the start. */
export const start: Paths = { time: 0, nodes: Float64Array.of(0), weights: Float64Array.of(1) };

/**
 * Probability that paths, a Brownian motion with this drift, stand above z·√time (or, with `below`, under −z·√time) at the
 * next look. One step of Armitage, McPherson & Rowe's recursion (1969).
 */
export function exitChance(paths: Paths, time: number, z: number, drift: number, below = false): number {
  const deviation = Math.sqrt(time - paths.time);
  const edge = z * Math.sqrt(time);
  let total = 0;
  paths.nodes.forEach((node, i) => {
    const mean = node + drift * (time - paths.time);
    const distance = below ? -edge - mean : mean - edge;
    total += at(paths.weights, i) * normalCdf(distance / deviation);
  });
  return total;
}

/** The paths that are still inside ±z·√time at that look: their density by Gauss–Legendre quadrature. */
export function continueWithin(paths: Paths, time: number, z: number, drift: number): Paths {
  const deviation = Math.sqrt(time - paths.time);
  const half = Math.min(z * Math.sqrt(time), 10 * Math.sqrt(time) + Math.abs(drift) * time);
  const { nodes, weights } = gaussLegendre(Math.min(400, Math.max(48, Math.ceil((8 * half) / deviation))));
  const places = nodes.map((node) => half * node);
  return {
    time,
    nodes: places,
    weights: weights.map((weight, k) => {
      let density = 0;
      paths.nodes.forEach((node, i) => {
        const mean = node + drift * (time - paths.time);
        density += at(paths.weights, i) * normalDensity((at(places, k) - mean) / deviation);
      });
      return (weight * half * density) / deviation;
    }),
  };
}
