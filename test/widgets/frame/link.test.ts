import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineWidget } from '../../../src/widgets/frame/defineWidget.ts';
import {
  decodeLink,
  encodeLink,
  type LinkState,
  maximumLinkLength,
} from '../../../src/widgets/frame/link.ts';
import { choice, integer, real, toggle } from '../../../src/widgets/frame/parameters.ts';

const widget = defineWidget({
  id: 'sample',
  title: 'Sample',
  purpose: 'A widget with one parameter of each kind.',
  version: 3,
  parameters: {
    rate: real({ label: 'rate', min: 0.1, max: 100, default: 8 }),
    servers: integer({ label: 'servers', min: 1, max: 64, default: 1 }),
    law: choice({
      label: 'law',
      options: { constant: 'constant', exponential: 'exponential' },
      default: 'constant',
    }),
    log: toggle({ label: 'log axis', default: true }),
  },
  formula: () => 0,
  compute: async () => ({ default: () => 0 }),
  summarize: () => '',
  table: () => ({ caption: '', columns: [], rows: [] }),
  assumptions: () => [],
  decide: () => undefined,
  live: () => ({}),
  faults: [{ id: 'outage', title: 'Outage', signal: 'the queue', patch: () => ({ servers: 1 }) }],
});

const anyValues = fc.record({
  rate: fc.double({ min: 0.1, max: 100, noNaN: true }),
  servers: fc.integer({ min: 1, max: 64 }),
  law: fc.constantFrom('constant', 'exponential'),
  log: fc.boolean(),
});

const anyState: fc.Arbitrary<LinkState> = fc.record({
  values: anyValues,
  seed: fc.integer({ min: 0, max: 4294967295 }),
  fault: fc.constantFrom(undefined, 'outage'),
  time: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: undefined }),
  pinned: fc.option(anyValues, { nil: undefined }),
  locked: fc.subarray(['rate', 'servers', 'law', 'log', 'seed']),
  hidden: fc.subarray(['controls', 'toolbar', 'truth', 'decision', 'faults', 'table'] as const),
  fingerprint: fc.constantFrom(undefined, 'abcd-0123-4567-89ef'),
  version: fc.constant(3),
});

describe('a share link', () => {
  test('gives back every state it was made of', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const { state: read, notices } = decodeLink(widget, encodeLink(widget, state));
        expect(notices).toEqual([]);
        // −0 and 0 are one position of a slider.
        const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
        expect(plain(read)).toEqual(plain(state));
      }),
    );
  });

  test('never throws and never leaves the parameters’ bounds, whatever the text', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc
        .array(
          fc.tuple(
            fc.constantFrom('rate', 'servers', 'law', 'log', 'seed', 'time', 'pin', 'pin.rate', '__proto__'),
            fc.string(),
          ),
        )
        .map((pairs) => new URLSearchParams(pairs).toString()),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const { values, seed } = decodeLink(widget, text).state;
        const { rate, servers, law } = values;
        expect(Number(rate)).toBeGreaterThanOrEqual(0.1);
        expect(Number(rate)).toBeLessThanOrEqual(100);
        expect(Number.isInteger(servers)).toBe(true);
        expect(['constant', 'exponential']).toContain(law);
        expect(Number.isInteger(seed)).toBe(true);
      }),
    );
  });

  test.each([
    ['rate=NaN', 'rate'],
    ['rate=Infinity', 'rate'],
    ['rate=-3', 'rate'],
    ['rate=1e400', 'rate'],
    ['servers=1.5', 'servers'],
    ['law=uniform', 'law'],
    ['log=yes', 'log'],
    ['seed=-1', 'seed'],
    ['seed=', 'seed'],
    ['fault=fire', 'fault'],
    ['lock=everything', 'lock'],
    ['hide=page', 'hide'],
    ['fingerprint=javascript:alert(1)', 'fingerprint'],
    ['unheard=1', 'unheard'],
    ['pin=1&pin.rate=1e9', 'pin.rate'],
  ])('keeps the default and says so for %s', (text, name) => {
    const { state, notices } = decodeLink(widget, text);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(`“${name}”`);
    expect(state.values).toEqual({ rate: 8, servers: 1, law: 'constant', log: true });
    expect(state.seed).toBe(1);
  });

  test('of a megabyte is refused whole, with its length', () => {
    const { state, notices } = decodeLink(widget, `rate=9&x=${'a'.repeat(1_000_000)}`);
    expect(state.values.rate).toBe(8);
    expect(notices).toEqual([expect.stringContaining(maximumLinkLength.toLocaleString('en'))]);
  });
});
