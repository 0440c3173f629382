import { createContext, useContext } from 'react';
import type { CatalogLesson } from '../catalog.ts';

const LessonContext = createContext<CatalogLesson | undefined>(undefined);

export const LessonProvider = LessonContext.Provider;

/** The lesson that a component stands in: it saves under the lesson's id. */
export function useLesson(): CatalogLesson {
  const lesson = useContext(LessonContext);
  if (!lesson) throw new Error('A lesson component stands outside a lesson.');
  return lesson;
}
