import { expect, it } from 'vitest';
import { fingerprint } from '../../../src/engine/record/index.ts';
import recorded from '../../engine/record/parity/fingerprints.json' with { type: 'json' };
import { runs } from '../../engine/record/parity/runs.ts';

it('Chromium has the same runs on record as Node', () => {
  expect(Object.keys(runs).sort()).toEqual(Object.keys(recorded).sort());
});

it.each(Object.entries(recorded))('%s: the same bits in Chromium as in Node', (name, inNode) => {
  expect(fingerprint(runs[name]?.())).toBe(inNode);
});
