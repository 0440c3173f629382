// biome-ignore-all lint/suspicious/noExplicitAny: an oracle's inputs and results have a shape of their own.
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** A reference value made outside this project; see test/fixtures/oracles. */
export interface Oracle {
  id: string;
  inputs: Record<string, any>;
  expected: any;
  tol: { abs?: number; rel?: number };
}

/** The entries of some fixture files, by id. "NaN", "Infinity" and "-Infinity" are written as strings there. */
export function oracles(...files: string[]): (id: string) => Oracle {
  const entries = files.flatMap(read);
  return (id) => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (!entry) throw new Error(`no oracle ${id} in ${files.join(', ')}`);
    return entry;
  };
}

const special: Record<string, number> = { NaN: Number.NaN, Infinity, '-Infinity': -Infinity };

const read = (file: string): Oracle[] => {
  const text = readFileSync(new URL(`../../fixtures/oracles/${file}.json`, import.meta.url), 'utf8');
  return JSON.parse(text, (_key, value) => special[value] ?? value);
};

/** Every id of a fixture file that begins so. */
export function idsOf(file: string, prefix = ''): string[] {
  return read(file).flatMap(({ id }) => (id.startsWith(prefix) ? [id] : []));
}

/** Expects |got − expected| ≤ abs + rel·|expected|; NaN and the infinities must match exactly. */
export function expectWithin(got: number, expected: number, tol: Oracle['tol'], what = 'value'): void {
  if (!Number.isFinite(expected)) {
    expect(got, what).toBe(expected);
    return;
  }
  const allowed = (tol.abs ?? 0) + (tol.rel ?? 0) * Math.abs(expected);
  const close = Math.abs(got - expected) <= allowed;
  expect(close, `${what}: expected ${expected} ± ${allowed}, got ${got}`).toBe(true);
}
