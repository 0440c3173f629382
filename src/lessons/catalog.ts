import { lessons as written } from 'virtual:lessons';
import type { MDXContent } from 'mdx/types';
import { plan } from './plan.ts';
import { loadText } from './texts.ts';

/** A lesson of the course. What a lesson says about itself is there once it is written. */
export interface CatalogLesson {
  /** “2.4”: part and place in the part. */
  readonly id: string;
  readonly part: number;
  readonly title: string;
  readonly written: boolean;
  /** The question that the lesson opens with. */
  readonly question?: string;
  /** Id of the widget that the reader plays with. */
  readonly widget?: string;
  readonly terms: readonly { readonly term: string; readonly meaning: string }[];
  /** Names of live values that the lesson shows beside its text. */
  readonly symbols: readonly string[];
  /** Reading time, the widget not counted. */
  readonly minutes?: number;
}

export interface CatalogPart {
  readonly number: number;
  readonly title: string;
  readonly lessons: readonly CatalogLesson[];
}

/** All seven parts with all their lessons, in course order. */
export const parts: readonly CatalogPart[] = plan.map(({ number, title, lessons }) => ({
  number,
  title,
  lessons: lessons.map((name, index) => describe(`${number}.${index + 1}`, number, name)),
}));

const inOrder = parts.flatMap(({ lessons }) => lessons);

export function findLesson(id: string): CatalogLesson | undefined {
  return inOrder.find((lesson) => lesson.id === id);
}

/** Loads the text of one lesson. Throws a RangeError for a lesson that is not written. */
export async function loadLesson(id: string): Promise<MDXContent> {
  const text = await loadText(id);
  if (!text) throw new RangeError(`lesson ${id} is not written yet`);
  return text;
}

/** The written lessons before and after one, across parts. */
export function neighbours(id: string): { previous?: CatalogLesson; next?: CatalogLesson } {
  const place = inOrder.findIndex((lesson) => lesson.id === id);
  if (place < 0) return {};
  return {
    previous: inOrder.slice(0, place).findLast((lesson) => lesson.written),
    next: inOrder.slice(place + 1).find((lesson) => lesson.written),
  };
}

function describe(id: string, part: number, title: string): CatalogLesson {
  const lesson = written.find((candidate) => candidate.id === id);
  if (!lesson) return { id, part, title, written: false, terms: [], symbols: [] };
  const { question, widget, terms, symbols, minutes } = lesson;
  return { id, part, title: lesson.title, written: true, question, widget, terms, symbols, minutes };
}
