import type { ReactNode } from 'react';
import type { Answer } from '../../../store/progress.ts';
import { readNumber } from './readNumber.ts';

interface Asked {
  /** Names the question within its lesson; the answer is saved under it. */
  readonly id: string;
  readonly ask: ReactNode;
  /** Shown with every answer, right or wrong: why it is so. */
  readonly because: ReactNode;
}

export interface SingleQuestion extends Asked {
  readonly kind: 'single';
  readonly options: readonly ReactNode[];
  /** Index of the right option. */
  readonly right: number;
  /** What a wrong choice rests on, by its index. */
  readonly wrong?: Readonly<Record<number, ReactNode>>;
}

export interface MultipleQuestion extends Asked {
  readonly kind: 'multiple';
  readonly options: readonly ReactNode[];
  /** Indices of all right options. */
  readonly right: readonly number[];
}

export interface NumberQuestion extends Asked {
  readonly kind: 'number';
  readonly unit: string;
  readonly right: number;
  /** Largest distance that still counts as right, in the question's unit. */
  readonly tolerance: number;
}

export type Question = SingleQuestion | MultipleQuestion | NumberQuestion;

export type Given = Answer['given'];

/** Marks an answer. A number is right within the tolerance, bounds included; choices only when they are all there. */
export function grade(question: Question, given: Given): Answer {
  return { given, right: isRight(question, given) };
}

/** Whether there is anything to mark yet. */
export function isComplete(question: Question, given: Given | undefined): given is Given {
  if (given === undefined) return false;
  return question.kind === 'number' ? numberOf(given) !== undefined : given.length > 0;
}

function isRight(question: Question, given: Given): boolean {
  switch (question.kind) {
    case 'single':
      return Array.isArray(given) && given.length === 1 && given[0] === question.right;
    case 'multiple':
      return Array.isArray(given) && sameSet(given, question.right);
    case 'number': {
      const number = numberOf(given);
      // A hair's breadth more, so that 0.81 counts as within 0.01 of 0.8 in binary too.
      return number !== undefined && Math.abs(number - question.right) <= question.tolerance * (1 + 1e-9);
    }
  }
}

const numberOf = (given: Given) => (typeof given === 'string' ? readNumber(given) : undefined);

const sameSet = (a: readonly number[], b: readonly number[]) =>
  new Set(a).size === new Set(b).size && a.every((one) => b.includes(one));
