import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, fingerprint, lineage, type Rule, record, replay } from '../../../src/engine/record/index.ts';
import { exponential, poisson, simulate } from '../../../src/engine/simulate/index.ts';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]) => [key, shuffled(entry)] as const)
      .reverse(),
  );
};

describe('fingerprint', () => {
  it('is four groups of four hexadecimal digits', () => {
    expect(fingerprint([17, 23, 42, 99, 101])).toMatch(/^([0-9a-f]{4}-){3}[0-9a-f]{4}$/);
  });
  it('does not see the order of keys, sees everything else', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        (value) => fingerprint(value) === fingerprint(shuffled(structuredClone(value))),
      ),
      { numRuns: 300 },
    );
    const seen = [
      [1, 2],
      [2, 1],
      [12],
      ['1', '2'],
      [[1], 2],
      { a: 1 },
      { b: 1 },
      { a: '1' },
      { a: [1] },
      { a: { b: 1 } },
      { 'a:1': 1 },
      null,
      'null',
      [],
      {},
      '',
      true,
      'true',
      1n,
      [undefined],
      0,
      -0,
      Number.NaN,
      'NaN',
      Infinity,
      -Infinity,
      Float64Array.of(1, 2),
      Float32Array.of(1, 2),
      Int32Array.of(1, 2),
      Float64Array.of(2, 1),
      Float64Array.of(-0),
      Float64Array.of(0),
      '\ud800',
      '\ud801',
    ];
    expect(new Set(seen.map(fingerprint)).size).toBe(seen.length);
  });
  it('an undefined entry is an absent one', () => {
    expect(fingerprint({ a: 1, b: undefined })).toBe(fingerprint({ a: 1 }));
  });
  it('takes every NaN as one, even in typed arrays whose bits differ', () => {
    const odd = new Float64Array(2);
    new Uint8Array(odd.buffer).set([1, 2, 3, 4, 5, 6, 0xf8, 0xff]);
    expect(odd[0]).toBeNaN();
    expect(fingerprint(odd)).toBe(fingerprint(Float64Array.of(Number.NaN, 0)));
    expect(fingerprint(Float32Array.of(0 / 0))).toBe(fingerprint(Float32Array.of(Number.NaN)));
  });
  it('a view counts as the numbers it shows', () => {
    const whole = Float64Array.of(9, 1, 2, 9);
    expect(fingerprint(whole.subarray(1, 3))).toBe(fingerprint(Float64Array.of(1, 2)));
  });
  it('stays what it is: recorded fingerprints must remain true', () => {
    expect(fingerprint({ seed: 1, values: Float64Array.of(0.1, 2), name: 'µ' })).toBe('55c8-7461-e6e0-0798');
  });
  it('of a simulation is the same for the same seed', () => {
    const run = (seed: number) =>
      simulate({ arrivals: poisson(0.8), service: exponential(1) }, { seed, requests: 1000 });
    expect(fingerprint(run(1))).toBe(fingerprint(run(1)));
    expect(fingerprint(run(1))).not.toBe(fingerprint(run(2)));
  });
  it('hashes megabytes of numbers as bytes', () => {
    const big = new Float64Array(1_000_000).fill(1.5);
    const before = performance.now();
    fingerprint({ big });
    expect(performance.now() - before).toBeLessThan(5000); // some 50 ms on a quiet machine
  });
  it('refuses what is not plain data, and says where it is', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = { inner: cycle };
    expect(() => fingerprint({ a: [1, () => 1] })).toThrow(
      'only plain data can be recorded, got a function at .a[1]',
    );
    expect(() => fingerprint(cycle)).toThrow('got a cycle at .self.inner');
    expect(() => fingerprint({ when: new Date(0) })).toThrow('got a Date at .when');
    expect(() => fingerprint(new Map())).toThrow('got a Map at the top');
    expect(() => fingerprint(Symbol('x'))).toThrow('got a symbol at the top');
  });
  it('one object met twice is no cycle', () => {
    const shared = { x: 1 };
    expect(fingerprint([shared, shared])).toBe(fingerprint([{ x: 1 }, { x: 1 }]));
  });
});

describe('record and replay: z = T(u; c, e)', () => {
  const parts = { input: { load: 0.8 }, config: { seed: 1 }, environment: { cores: 8 } };
  it('the same causes and result are reproduced', () => {
    const first = record({ ...parts, result: [1, 2] });
    expect(replay(first, record({ ...structuredClone(parts), result: [1, 2] }))).toEqual({
      reproduced: true,
      differs: [],
      sameResult: true,
      sentence: 'Reproduced: the same causes gave the same result.',
    });
  });
  it('says which of u, c and e differs', () => {
    const first = record(parts);
    expect(replay(first, record({ ...parts, config: { seed: 2 } })).differs).toEqual(['config']);
    const report = replay(first, record({ ...parts, input: {}, environment: {} }));
    expect(report.differs).toEqual(['input', 'environment']);
    expect(report.sentence).toBe('Not the same run: input u and environment e differ.');
    expect(report.reproduced).toBe(false);
  });
  it('blames what was not recorded when all causes agree and the result does not', () => {
    const report = replay(record({ ...parts, result: 1 }), record({ ...parts, result: 2 }));
    expect(report).toMatchObject({ reproduced: false, differs: [], sameResult: false });
    expect(report.sentence).toContain('something unrecorded takes part');
  });
  it('the fingerprint is that of the causes, and survives a copy through JSON', () => {
    const first = record({ ...parts, result: 1 });
    expect(first.fingerprint).toBe(record({ ...parts, result: 2 }).fingerprint);
    expect(replay(first, JSON.parse(JSON.stringify(first))).reproduced).toBe(true);
  });
});

describe('decide', () => {
  const rule: Rule = {
    metric: 'p95',
    comparison: '<=',
    threshold: 150,
    unit: 'ms',
    onPass: { verdict: 'pass', action: 'accept' },
    onFail: { verdict: 'fail', action: 'roll back' },
  };
  it('applies the rule and keeps what it was applied to', () => {
    const decision = decide(148.5, rule);
    expect(decision).toMatchObject({ value: 148.5, rule, verdict: 'pass', action: 'accept', passed: true });
    expect(decide(150.1, rule)).toMatchObject({ verdict: 'fail', action: 'roll back', passed: false });
    expect(decision.fingerprint).toBe(decide({ value: 148.5 }, { ...rule }).fingerprint);
    expect(decision.fingerprint).not.toBe(decide(148.6, rule).fingerprint);
  });
  it('does not conclude while the interval holds the threshold', () => {
    expect(decide({ value: 140, lower: 120, upper: 160 }, rule)).toMatchObject({
      verdict: 'inconclusive',
      action: 'collect more data',
      passed: undefined,
    });
    expect(decide({ value: 140, lower: 120, upper: 150 }, rule).verdict).toBe('pass');
    expect(decide({ value: 170, lower: 151, upper: Infinity }, rule).verdict).toBe('fail');
    const patient = { ...rule, onInconclusive: { verdict: 'hold', action: 'wait' } };
    expect(decide({ value: 140, lower: -Infinity, upper: Infinity }, patient).verdict).toBe('hold');
  });
  it('no data is no pass', () => {
    expect(decide(Number.NaN, rule).verdict).toBe('inconclusive');
  });
  it('knows every comparison', () => {
    const verdict = (comparison: Rule['comparison'], value: number) =>
      decide(value, { ...rule, comparison }).passed;
    expect([verdict('<', 150), verdict('>', 151), verdict('>=', 150)]).toEqual([false, true, true]);
    expect([verdict('===', 150), verdict('!==', 150)]).toEqual([true, false]);
    // @ts-expect-error: rules may come from outside
    expect(() => decide(1, { ...rule, comparison: '~' })).toThrow('unknown comparison: ~');
  });
});

describe('lineage', () => {
  const madeInTurn = () =>
    lineage([
      ['raw', 'clean'],
      ['clean', 'features'],
      ['features', 'model'],
      ['model', 'endpoint'],
    ]);
  it('follows what was made from what', () => {
    const chain = madeInTurn();
    expect(chain.nodes).toEqual(['raw', 'clean', 'features', 'model', 'endpoint']);
    expect(chain.edges).toEqual([
      ['raw', 'clean'],
      ['clean', 'features'],
      ['features', 'model'],
      ['model', 'endpoint'],
    ]);
    expect(chain.isDownstream('model', 'features')).toBe(true);
    expect(chain.isDownstream('features', 'model')).toBe(false);
    expect(chain.isDownstream('model', 'model')).toBe(false);
    expect(chain.downstreamOf('clean')).toEqual(['features', 'model', 'endpoint']);
    expect(chain.upstreamOf('model')).toEqual(['raw', 'clean', 'features']);
  });
  it('branches and joins', () => {
    const graph = lineage([
      ['model', 'endpoint'],
      ['a', 'model'],
      ['b', 'model'],
    ]);
    expect(graph.upstreamOf('endpoint').sort()).toEqual(['a', 'b', 'model']);
    expect(graph.isDownstream('b', 'a')).toBe(false);
    expect(graph.downstreamOf('a')).toEqual(['model', 'endpoint']);
  });
  it('of nothing is empty, and an edge told twice is one', () => {
    expect(lineage([])).toMatchObject({ nodes: [], edges: [] });
    const twice = lineage([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect([twice.nodes, twice.downstreamOf('a')]).toEqual([['a', 'b'], ['b']]);
  });
  it('refuses a cycle and an unknown node', () => {
    expect(() =>
      lineage([
        ['a', 'b'],
        ['b', 'a'],
      ]),
    ).toThrow('edges must hold no cycle, got one through a, b');
    expect(() => madeInTurn().isDownstream('modle', 'raw')).toThrow('unknown node: modle (one of raw, clean');
  });
});
