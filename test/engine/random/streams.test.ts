import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams, mulberry32 } from '../../../src/engine/random/index.ts';
import { oracles } from '../support/oracle.ts';

const take = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

describe('streams', () => {
  it('the same seed and name give the same numbers, whatever else was drawn', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.string({ maxLength: 8 }), { maxLength: 5 }), (seed, others) => {
        const alone = take(20, () => createStreams(seed).arrivals.exponential());
        const streams = createStreams(seed);
        for (const name of others) if (name !== 'arrivals') take(7, () => streams.stream(name).uniform());
        const first = streams.arrivals.exponential();
        streams.service.exponential();
        return first === alone[0];
      }),
    );
  });
  it('drawing uniforms does not shift the exponentials of the same stream', () => {
    const plain = createStreams(5).service;
    const mixed = createStreams(5).service;
    const expected = take(3000, () => plain.exponential());
    const got = take(3000, () => {
      mixed.uniform();
      return mixed.exponential();
    });
    expect(got).toEqual(expected);
  });
  it('other seeds and other names give other numbers', () => {
    const firsts = new Set<number>();
    for (let seed = 0; seed < 200; seed++) {
      for (const name of ['arrivals', 'service', 'routing'])
        firsts.add(createStreams(seed).stream(name).uniform());
    }
    expect(firsts.size).toBe(600);
    expect(createStreams(1).arrivals.uniform()).not.toBe(createStreams('1').arrivals.uniform());
  });
  it('a stream asked for twice goes on where it was', () => {
    const streams = createStreams('course');
    expect(streams.stream('arrivals')).toBe(streams.arrivals);
    expect(streams.arrivals.uniform()).not.toBe(streams.arrivals.uniform());
  });
  it('the first numbers of seed 1 stay what they are: recorded runs depend on them', () => {
    const { arrivals } = createStreams(1);
    expect([arrivals.uniform(), arrivals.exponential(), arrivals.normal()]).toEqual([
      0.3342739104991779, 2.173220599375847, 0.5044758971294876,
    ]);
  });
  it('names what is wrong with a seed', () => {
    expect(() => createStreams(Number.NaN)).toThrow('seed must be a finite number or a string, got NaN');
  });
});

it('mulberry32 gives the reference numbers', () => {
  const { inputs, expected } = oracles('random')('prng-mulberry32');
  expect(take(5, mulberry32(inputs.seed))).toEqual(expected.first5);
  expect(take(3, mulberry32(2024))).toEqual(expected.seed2024first3);
});

it('every shortcut is the stream of its name', () => {
  const streams = createStreams(3);
  for (const name of ['arrivals', 'service', 'routing', 'batching', 'retries', 'faults'] as const) {
    expect(streams[name]).toBe(streams.stream(name));
  }
  const counts = new Set(Array.from({ length: 200 }, () => streams.routing.integer(4)));
  expect([...counts].sort()).toEqual([0, 1, 2, 3]);
});
