import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fingerprints } from './runs.ts';

const file = new URL('./fingerprints.json', import.meta.url);

/*
 * A difference here means that recorded runs no longer give what they gave. Where that is meant, write Node's
 * fingerprints anew: WRITE_FINGERPRINTS=1 npx vitest run --project engine test/engine/record/parity
 */
it('every run gives the bits on record', () => {
  const found = fingerprints();
  if (process.env.WRITE_FINGERPRINTS) writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
