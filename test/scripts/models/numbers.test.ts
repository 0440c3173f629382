import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Linear } from '../../../scripts/build-models/linear.ts';
import { blockCodes, packCodes } from '../../../scripts/build-models/numbers/blockCodes.ts';
import { int8Columns } from '../../../scripts/build-models/numbers/int8Columns.ts';
import { exactDense } from '../../../scripts/build-models/reference/dense.ts';
import { roundedDense } from '../../../scripts/build-models/reference/roundedDense.ts';
import { halfBits, halfValue, roundToHalf } from '../../../src/engine/benchmark/half.ts';
import { roundToEven } from '../../../src/engine/benchmark/roundToEven.ts';

describe('float16', () => {
  it('reads back every one of its 63,488 finite numbers', () => {
    for (let bits = 0; bits < 2 ** 16; bits++)
      if ((bits & 0x7c00) !== 0x7c00) expect(halfBits(halfValue(bits))).toBe(bits);
  });
  it('goes to the nearest number, ties to even, and to infinity from 65 520 on', () => {
    expect(roundToHalf(1 + 2 ** -11)).toBe(1);
    expect(roundToHalf(1 + 3 * 2 ** -11)).toBe(1 + 2 ** -9);
    expect(roundToHalf(2 ** -25)).toBe(0);
    expect(roundToHalf(3 * 2 ** -25)).toBe(2 ** -23);
    expect(roundToHalf(65_519)).toBe(65_504);
    expect(roundToHalf(-65_520)).toBe(-Infinity);
    expect(roundToHalf(Number.NaN)).toBeNaN();
  });
  it('is off by half a step at most', () => {
    fc.assert(
      fc.property(fc.float({ min: -65_000, max: 65_000, noNaN: true }), (value) => {
        const step = 2 ** Math.max(-24, Math.floor(Math.log2(Math.abs(value) || 1e-30)) - 10);
        expect(Math.abs(roundToHalf(value) - value)).toBeLessThanOrEqual(step / 2);
      }),
    );
  });
});

it('whole numbers: ties go to the even one', () => {
  expect([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 2.6].map(roundToEven).map((value) => value + 0)).toEqual([
    -2, -2, 0, 0, 2, 2, 3,
  ]);
});

/** One output whose 32 weights are 0, 1, … but for the one given. */
const ramp = (at: number, extreme: number): Linear => ({
  inputs: 32,
  outputs: 1,
  weights: Float32Array.from({ length: 32 }, (_, index) => (index === at ? extreme : index % 4)),
});

describe('block codes', () => {
  it('give the weight of the largest magnitude the code 0, whatever its sign', () => {
    for (const extreme of [-8, 8]) {
      const { codes, scales } = blockCodes(ramp(5, extreme), 4);
      expect(codes[5]).toBe(0);
      expect(scales).toEqual(Float32Array.of(-extreme / 8));
      expect((codes[3]! - 8) * scales[0]!).toBe(3);
    }
  });
  it('pack two 4-bit codes in a byte, the earlier in the low half', () => {
    expect([...packCodes(Uint8Array.of(1, 2, 15, 0), 4)]).toEqual([0x21, 0x0f]);
    expect([...packCodes(Uint8Array.of(1, 200), 8)]).toEqual([1, 200]);
  });
  it('refuse inputs that are not whole blocks', () => {
    expect(() => blockCodes({ inputs: 31, outputs: 1, weights: new Float32Array(31) }, 4)).toThrow(
      /31 inputs/,
    );
  });
  it('take a block of zeros', () => {
    expect([...blockCodes({ inputs: 32, outputs: 1, weights: new Float32Array(32) }, 4).codes]).toEqual(
      Array(32).fill(8),
    );
  });
});

describe('bytes by columns', () => {
  it('scale each output by its own largest weight', () => {
    const { codes, scales } = int8Columns({
      inputs: 2,
      outputs: 2,
      weights: Float32Array.of(127, -2, -63.5, 1),
    });
    expect([...codes]).toEqual([127, -127, -64, 64]);
    expect(scales).toEqual(Float32Array.of(1, 2 / 127));
  });
});

describe('a dense layer', () => {
  const layer: Linear = {
    inputs: 2,
    outputs: 2,
    weights: Float32Array.of(1, -1, 2, 0.5),
    bias: Float32Array.of(0.5, -0.25),
  };
  it('agrees with one worked by hand', () => {
    // x = (1, 2): 1 + 4 + 0.5 and −1 + 1 − 0.25. x = (−1, 1): −1 + 2 + 0.5 and 1 + 0.5 − 0.25.
    expect([...exactDense(layer, Float64Array.of(1, 2, -1, 1))]).toEqual([5.5, -0.25, 1.5, 1.25]);
  });
  it('in int8 rounds its input to 255 steps between the least and the greatest value', () => {
    const single: Linear = { inputs: 1, outputs: 1, weights: Float32Array.of(127) };
    const got = roundedDense('int8')(single, Float64Array.of(0, 255, 100.4, 100.6)).map(
      (value) => value / 127,
    );
    expect([...got]).toEqual([0, 255, 100, 101]);
  });
});
