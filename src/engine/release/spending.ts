import { power } from '../numeric/exp.ts';
import { log } from '../numeric/log.ts';
import { normalCdf, normalQuantile } from '../numeric/normal.ts';

/** Error that may be spent up to a share t of the information: rises from 0 to `alpha` at t = 1. */
export type Spending = (t: number, alpha: number) => number;

/**
 * 2 − 2Φ(z_(α/2)/√t): almost nothing early, like O'Brien & Fleming's bounds. Source: Lan & DeMets 1983.
 *
 * @example
 * release.obrienFlemingSpending(0.5, 0.05);
 */
export const obrienFlemingSpending: Spending = (t, alpha) =>
  t <= 0 ? 0 : 2 * normalCdf(normalQuantile(alpha / 2) / Math.sqrt(t));

/**
 * α·ln(1 + (e − 1)t): nearly even, like Pocock's bounds. Source: Lan & DeMets 1983.
 *
 * @example
 * release.pocockSpending(0.5, 0.05);
 */
export const pocockSpending: Spending = (t, alpha) => alpha * log(1 + (Math.E - 1) * t);

/**
 * α·t^ρ: ρ = 1 even, ρ = 3 near O'Brien & Fleming. Source: Kim & DeMets 1987.
 *
 * @example
 * release.powerSpending(3)(0.5, 0.05);
 */
export const powerSpending =
  (rho: number): Spending =>
  (t, alpha) =>
    alpha * power(t, rho);
