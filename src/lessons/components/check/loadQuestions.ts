import type { Question } from './question.ts';

const files = import.meta.glob<{ default: readonly Question[] }>('../../questions/*.ts');

/** The questions of a lesson. Throws a RangeError for a lesson that has none. */
export async function loadQuestions(lesson: string): Promise<readonly Question[]> {
  const file = files[`../../questions/${lesson}.ts`];
  if (!file) throw new RangeError(`lesson ${lesson} has no file src/lessons/questions/${lesson}.ts`);
  return (await file()).default;
}
