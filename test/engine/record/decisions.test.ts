import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalText,
  type DecisionRecord,
  fingerprint,
  type Rule,
  record,
  recordDecision,
  rerun,
  verifyDecisions,
} from '../../../src/engine/record/index.ts';

const rule: Rule = {
  metric: 'p95',
  comparison: '<=',
  threshold: 0.2,
  unit: 's',
  onPass: { verdict: 'accept', action: 'promote' },
  onFail: { verdict: 'reject', action: 'roll back' },
};
const run = record({ input: { load: 0.8 }, config: { seed: 1 }, environment: {}, result: [1, 2] });

describe('canonical text', () => {
  it('is the same for equal data, and differs where the fingerprint does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        return (canonicalText(a) === canonicalText(b)) === (fingerprint(a) === fingerprint(b));
      }),
    );
    expect(canonicalText({ b: [1, -0], a: Float64Array.of(1) })).toBe(
      '{"a":Float64Array(1):000000000000f03f,"b":[1,-0]2}',
    );
  });
});

describe('running again', () => {
  const compute = ({ load }: { load: number }, { seed }: { seed: number }) => [load * seed, 2];
  const input = { load: 3 };
  const config = { seed: 2 };
  const kept = record({ input, config, environment: { cores: 8 }, result: compute(input, config) });
  it('a computation of its causes alone is reproduced', () => {
    const again = rerun(kept, compute);
    expect(again).toMatchObject({ reproduced: true, differs: [], sameResult: true });
    expect(again.record.fingerprint).toBe(kept.fingerprint);
  });
  it('says what differs: the environment, or something unrecorded', () => {
    expect(rerun(kept, compute, { cores: 4 })).toMatchObject({
      reproduced: false,
      differs: ['environment'],
      sameResult: true,
    });
    let clock = 0;
    expect(rerun(kept, () => [clock++, 2]).sentence).toContain('something unrecorded takes part');
  });
});

describe('decision records', () => {
  const log = (): DecisionRecord[] => {
    const records: DecisionRecord[] = [];
    for (const value of [0.1, 0.3, { value: 0.19, lower: 0.18, upper: 0.22 }, Number.NaN]) {
      records.push(recordDecision(value, rule, run, records.at(-1)));
    }
    return records;
  };
  it('hold the decision, the run and the one before', () => {
    const [first, second, third, fourth] = log();
    expect(first).toMatchObject({ verdict: 'accept', run: run.fingerprint, result: run.fingerprints.result });
    expect(first!.previous).toBeUndefined();
    expect(second).toMatchObject({ action: 'roll back', previous: first!.seal });
    expect([third!.verdict, fourth!.verdict]).toEqual(['inconclusive', 'inconclusive']);
  });
  it('verify as they were made, and after a trip through plain data', () => {
    const made = log();
    expect(verifyDecisions(made)).toEqual({
      valid: true,
      sentence: 'All 4 decisions follow from their values and rules, in order.',
    });
    expect(verifyDecisions(structuredClone(made)).valid).toBe(true);
    expect(verifyDecisions(made.slice(1)).valid).toBe(true); // continues a log that is not at hand
    expect(verifyDecisions([]).valid).toBe(true);
  });
  it.each([
    ['a verdict changed', (log: DecisionRecord[]) => log.with(1, { ...log[1]!, verdict: 'accept' }), 1],
    ['a value changed', (log: DecisionRecord[]) => log.with(1, { ...log[1]!, value: 0.31 }), 1],
    ['a run changed', (log: DecisionRecord[]) => log.with(2, { ...log[2]!, run: 'other' }), 2],
    ['one left out', (log: DecisionRecord[]) => log.toSpliced(1, 1), 1],
    ['one put in', (log: DecisionRecord[]) => log.toSpliced(1, 0, recordDecision(0.1, rule, run)), 1],
  ])('%s is found', (_what, change, broken) => {
    const check = verifyDecisions(change(log()));
    expect(check).toMatchObject({ valid: false, broken });
    expect(check.sentence).toMatch(new RegExp(`^Decision ${broken + 1} does not hold: `));
  });
  it('a run without a result leaves it out', () => {
    const bare = record({ input: {}, config: {}, environment: {} });
    expect(recordDecision(0.1, rule, bare)).not.toHaveProperty('result');
  });
});
