import * as v from 'valibot';
import { limits } from '../limits.ts';

/** What a notebook may hold beside the limits of a run. */
export const documentLimits = {
  /** Characters of an id and of a section's title. */
  id: 100,
  title: 200,
  /** Characters of a foreign language's name. */
  languageName: 40,
} as const;

const reserved = new Set(['__proto__', 'constructor', 'prototype']);

/** Words of letters, digits, `.`, `_` and `-`, joined by slashes: `2.4/1`. Safe in a link, a file and a record's key. */
export const notebookIdSchema = v.pipe(
  v.string(),
  v.maxLength(documentLimits.id),
  v.regex(/^[\w.-]+(?:\/[\w.-]+)*$/, 'an id is made of letters, digits, “.”, “_”, “-” and “/”'),
  v.check((id) => !reserved.has(id), 'this name is reserved'),
);

const source = v.pipe(v.string(), v.maxLength(limits.source));

export const cellLanguages = ['ts', 'js'] as const;

/** A language's name as a foreign notebook gives it, on one line and without the brackets of a cell's marker. */
export const languageNameSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(documentLimits.languageName),
  v.regex(
    /^[^[\]\p{Cc}\s](?:[^[\]\p{Cc}]*[^[\]\p{Cc}\s])?$/u,
    'a language’s name is one line without brackets',
  ),
);

export const notebookCellSchema = v.variant('kind', [
  v.strictObject({
    id: notebookIdSchema,
    kind: v.literal('code'),
    language: v.picklist(cellLanguages),
    source,
  }),
  v.strictObject({ id: notebookIdSchema, kind: v.literal('markdown'), source }),
  /** Code in a language that the course does not run (Python of an imported notebook): shown, never run or edited. */
  v.strictObject({
    id: notebookIdSchema,
    kind: v.literal('foreign'),
    languageName: languageNameSchema,
    source,
  }),
]);

export const notebookCellsSchema = v.pipe(
  v.array(notebookCellSchema),
  v.maxLength(limits.cells),
  v.check((cells) => new Set(cells.map(({ id }) => id)).size === cells.length, 'two cells have the same id'),
);

export const notebookTitleSchema = v.pipe(v.string(), v.maxLength(documentLimits.title));

export type CellLanguage = (typeof cellLanguages)[number];
export type NotebookCell = Readonly<v.InferOutput<typeof notebookCellSchema>>;

/** One scope of names: the cells of a lesson, or of a section that the reader has made. */
export interface NotebookSection {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly NotebookCell[];
}
