import * as v from 'valibot';
import {
  type NotebookCell,
  type NotebookSection,
  notebookCellsSchema,
  notebookIdSchema,
  notebookTitleSchema,
} from '../../engine/notebook/index.ts';
import { historiesSchema } from './history.ts';

/** Characters of all cells that the reader has changed or made, so that the whole still fits into a file. */
export const notebookCharacters = 2_000_000;

const time = v.pipe(v.string(), v.isoTimestamp());

const savedSectionSchema = v.strictObject({
  title: notebookTitleSchema,
  cells: notebookCellsSchema,
  changed: time,
  /** When the reader made it; absent for a section of the course. */
  created: v.optional(time),
  /** False for code that came from outside: it runs only when the reader says so. */
  trusted: v.optional(v.boolean(), true),
});

export const savedNotebookSchema = v.strictObject({
  /** Only sections that the reader has changed or made: all others follow the shipped original. */
  sections: v.pipe(
    v.record(notebookIdSchema, savedSectionSchema),
    v.check((sections) => sizeOf(sections) <= notebookCharacters, 'the notebook is too long'),
  ),
  histories: historiesSchema,
});

export type SavedSection = v.InferOutput<typeof savedSectionSchema>;
export type SavedNotebook = v.InferOutput<typeof savedNotebookSchema>;

/** A section as the reader has saved it, or undefined where the original holds. */
export function savedSection(saved: SavedNotebook, id: string): SavedSection | undefined {
  return Object.hasOwn(saved.sections, id) ? saved.sections[id] : undefined;
}

/** The cells to show: the reader's where there are any, else the original's. */
export function sectionCells(saved: SavedNotebook, original: NotebookSection): readonly NotebookCell[] {
  return savedSection(saved, original.id)?.cells ?? original.cells;
}

/** Sections that the reader has made, oldest first. */
export function ownSections(saved: SavedNotebook): (NotebookSection & { readonly trusted: boolean })[] {
  return Object.entries(saved.sections)
    .flatMap(([id, { title, cells, created, trusted }]) =>
      created === undefined ? [] : [{ id, title, cells, trusted, created }],
    )
    .sort((a, b) => a.created.localeCompare(b.created) || a.id.localeCompare(b.id))
    .map(({ created: _created, ...section }) => section);
}

export function sizeOf(sections: Readonly<Record<string, SavedSection>>): number {
  return Object.values(sections)
    .flatMap(({ cells }) => cells)
    .reduce((sum, { source }) => sum + source.length, 0);
}
