import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsDistance, jsDivergence, klDivergence, psi } from '../../../src/engine/drift/index.ts';
import { expectWithin, oracles } from '../support/oracle.ts';

const oracle = oracles('statistics', 'release');

describe('population stability index', () => {
  it('of the course’s example', () => {
    const { inputs, expected, tol } = oracle('psi-symmetric');
    expectWithin(psi(inputs.ref, inputs.cur, { epsilon: 0 }), expected.psi, tol);
    expectWithin(psi(inputs.cur, inputs.ref), expected.psi, tol);
    const added = oracle('psi-additive-eps');
    const options = { epsilon: added.inputs.eps, smoothing: 'add', renormalize: false } as const;
    expectWithin(psi(added.inputs.ref, added.inputs.cur, options), added.expected.psi, added.tol);
  });
  it('of four bins, and from counts', () => {
    const { inputs, expected, tol } = oracle('psi-4bins');
    expectWithin(psi(inputs.expected, inputs.actual), expected, tol);
    expectWithin(psi([25, 25, 25, 25], [100, 200, 300, 400]), expected, tol);
  });
  it('with empty bins depends on epsilon more than on the data', () => {
    const { inputs, expected, tol } = oracle('psi-zero-bins-policies');
    const floor = (epsilon: number) => psi(inputs.ref, inputs.cur, { epsilon, renormalize: false });
    expectWithin(floor(1e-8), expected['floor1e-8'], tol);
    expectWithin(floor(1e-6), expected['floor1e-6'], tol);
    expectWithin(floor(1e-4), expected['floor1e-4(Evidently when min nonzero>1e-4)'], tol);
    expectWithin(floor(0.01), expected['floor0.01(deepchecks PSI_MIN_PERCENTAGE)'], tol);
    expectWithin(psi(inputs.ref, inputs.cur), expected['floor1e-8Renorm'], tol);
    expect(psi(inputs.ref, inputs.cur, { smoothing: 'none' })).toBe(Infinity);
  });
});

describe('divergences', () => {
  it('Kullback–Leibler', () => {
    const { inputs, expected, tol } = oracle('kl-nats');
    expectWithin(klDivergence(inputs.p, inputs.q), expected.kl_pq, tol);
    expectWithin(klDivergence(inputs.q, inputs.p), expected.kl_qp, tol);
    const zero = oracle('kl-zero-q');
    expect(klDivergence(zero.inputs.p, zero.inputs.q)).toBe(Infinity);
    expectWithin(klDivergence(zero.inputs.q, zero.inputs.p), zero.expected.kl_qp, zero.tol);
  });
  it('Jensen–Shannon', () => {
    const { inputs, expected, tol } = oracle('js-basic');
    expectWithin(jsDivergence(inputs.p, inputs.q), expected.jsDivNats, tol);
    expectWithin(jsDivergence(inputs.p, inputs.q, { base: 2 }), expected.jsDivBits, tol);
    expectWithin(jsDistance(inputs.p, inputs.q), expected.jsDistNats, tol);
    expectWithin(jsDistance(inputs.p, inputs.q, { base: 2 }), expected.jsDistBits, tol);
    const bins = oracle('js-4bins');
    expectWithin(
      jsDivergence(bins.inputs.p, bins.inputs.q, { base: 2 }),
      bins.expected.divergenceBits,
      bins.tol,
    );
    expectWithin(jsDistance(bins.inputs.p, bins.inputs.q, { base: 2 }), bins.expected.distance, bins.tol);
  });
  const counts = fc
    .integer({ min: 2, max: 8 })
    .chain((n) => fc.tuple(...[0, 1].map(() => fc.array(fc.nat(50), { minLength: n, maxLength: n }))))
    .filter(([p, q]) => p!.some((x) => x > 0) && q!.some((x) => x > 0)) as fc.Arbitrary<[number[], number[]]>;
  it('are never negative, vanish for equal shares, and PSI = KL + KL', () => {
    fc.assert(
      fc.property(counts, ([p, q]) => {
        const js = jsDivergence(p, q);
        if (js < 0 || js > Math.LN2 + 1e-6 || Math.abs(js - jsDivergence(q, p)) > 1e-12) return false;
        if (psi(p, p) !== 0 || jsDivergence(p, p) !== 0 || klDivergence(p, p) !== 0) return false;
        const both = klDivergence(p, q) + klDivergence(q, p);
        const plain = psi(p, q, { smoothing: 'none' });
        return psi(p, q) >= 0 && (both === plain || Math.abs(both - plain) <= 1e-9 * Math.max(1, plain));
      }),
    );
  });
  it('refuse what is no distribution', () => {
    expect(() => psi([1, 2], [1, 2, 3])).toThrow(
      'reference and current must have the same bins, got 2 and 3',
    );
    expect(() => psi([0, 0], [1, 0])).toThrow('reference must hold at least one value > 0');
    expect(() => klDivergence([0.5, -0.5], [1, 1])).toThrow('p[1] must be >= 0 and finite, got -0.5');
  });
});
