import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grade, isComplete, type Question } from '../../../src/lessons/components/check/question.ts';
import { readNumber } from '../../../src/lessons/components/check/readNumber.ts';

const single: Question = {
  id: 's',
  kind: 'single',
  ask: '',
  because: '',
  options: ['a', 'b', 'c'],
  right: 1,
};
const multiple: Question = {
  id: 'm',
  kind: 'multiple',
  ask: '',
  because: '',
  options: ['a', 'b', 'c'],
  right: [0, 2],
};
const number: Question = {
  id: 'n',
  kind: 'number',
  ask: '',
  because: '',
  unit: '',
  right: 0.8,
  tolerance: 0.01,
};

describe('marking', () => {
  it('takes the one right option of a single choice', () => {
    expect(grade(single, [1]).right).toBe(true);
    expect(grade(single, [0]).right).toBe(false);
    expect(grade(single, [1, 0]).right).toBe(false);
    expect(grade(single, '1').right).toBe(false);
  });

  it('wants all right options of a multiple choice and no other, in any order', () => {
    expect(grade(multiple, [2, 0]).right).toBe(true);
    for (const given of [[0], [2], [0, 1, 2], [0, 1], [1]]) expect(grade(multiple, given).right).toBe(false);
  });

  it('takes numbers within the tolerance, bounds included', () => {
    for (const given of ['0.8', '.8', '0,8', '0.79', '0.81', ' 0.805 ', '8e-1']) {
      expect(grade(number, given).right, given).toBe(true);
    }
    for (const given of ['0.7899', '0.8101', '8', '-0.8', '', 'eight']) {
      expect(grade(number, given).right, given).toBe(false);
    }
  });

  it('keeps what was given', () => {
    expect(grade(number, '0,8')).toEqual({ given: '0,8', right: true });
  });
});

describe('an answer', () => {
  it('can be marked once there is one', () => {
    expect(isComplete(single, undefined)).toBe(false);
    expect(isComplete(multiple, [])).toBe(false);
    expect(isComplete(multiple, [1])).toBe(true);
    expect(isComplete(number, '0.')).toBe(true);
    expect(isComplete(number, 'x')).toBe(false);
  });
});

describe('a typed number', () => {
  it('reads back whatever a number prints as', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value))).toBe(value === 0 ? readNumber(String(value)) : value);
        expect(readNumber(` ${String(value).replace('-', '−')} `)).toBeCloseTo(value, 12);
      }),
    );
  });

  it.each(['', ' ', '1.2.3', '1,000.5', '0x10', 'NaN', 'Infinity', '1e999', '--1', '1 2'])(
    'refuses %j',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});
