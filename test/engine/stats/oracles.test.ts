import { describe, expect, it } from 'vitest';
import { checks as drift } from '../drift/oracleChecks.ts';
import { checks as numeric } from '../numeric/oracleChecks.ts';
import { checks as release } from '../release/oracleChecks.ts';
import { idsOf, oracles } from '../support/oracle.ts';
import { checks as stats } from './oracleChecks.ts';

/** Entries of the reference file that other folders answer. */
const elsewhere: Record<string, readonly string[]> = {
  random: ['prng-mulberry32', 'dist-lognormal', 'dist-weibull-exp', 'zipf-norm', 'zipf-1e6'],
  queueing: ['queue-mmc', 'queue-mm1', 'amdahl-littles', 'availability-composition'],
  llm: ['kv-cache-bytes'],
  notebook: ['float-parse'],
};

const folders = { stats, drift, release, numeric };
const oracle = oracles('statistics', 'release');

describe.each(Object.entries(folders))('%s agrees with its references', (_folder, checks) => {
  it.each(Object.entries(checks))('%s', (id, check) => check(oracle(id)));
});

it('every reference value is answered here or belongs elsewhere', () => {
  const answered = Object.values(folders).flatMap((checks) => Object.keys(checks));
  const known = [...answered, ...Object.values(elsewhere).flat()].sort();
  expect(known).toEqual([...idsOf('statistics'), ...idsOf('release')].sort());
});
