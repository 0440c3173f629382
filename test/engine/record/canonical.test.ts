import { expect, it } from 'vitest';
import { canonicalText, fingerprint, record, replay } from '../../../src/engine/record/index.ts';

it('refuses views and objects without a name of their own, and says what they are', () => {
  expect(() => fingerprint({ view: new DataView(new ArrayBuffer(8)) })).toThrow('got a DataView at .view');
  expect(() => fingerprint(Object.create({ inherited: 1 }))).toThrow('only plain data can be recorded');
  expect(() => fingerprint([new (class {})()])).toThrow('got an object with a prototype at [0]');
  expect(canonicalText(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
});

it('writes each kind of typed array by name', () => {
  expect(
    canonicalText([Uint8Array.of(255), Int16Array.of(-2), BigInt64Array.of(1n), Float32Array.of(Number.NaN)]),
  ).toBe('[Uint8Array(1):ff,Int16Array(1):feff,BigInt64Array(1):0100000000000000,Float32Array(1):0000c07f]4');
});

it('two records without results are the same causes, no more', () => {
  const one = record({ input: 1, config: 2, environment: 3 });
  expect(replay(one, one).sentence).toBe('The same input, configuration and environment.');
});
