import * as v from 'valibot';
import {
  languageNameSchema,
  notebookIdSchema,
  notebookTitleSchema,
} from '../../../../engine/notebook/index.ts';

/*
 * Jupyter's file format, as far as it is read and written here (nbformat 4.5 as written; 4.0 to 4.5 as read).
 * https://nbformat.readthedocs.io/en/latest/format_description.html
 */

/**
 * The kernel that an exported notebook names: Deno's, because it comes with one program that runs TypeScript as it
 * stands, is maintained, and is installed by one command (`deno jupyter --install`).
 */
export const kernel = {
  kernelspec: { display_name: 'Deno', language: 'typescript', name: 'deno' },
  language_info: {
    file_extension: '.ts',
    mimetype: 'text/x.typescript',
    name: 'typescript',
    nbconvert_exporter: 'script',
    pygments_lexer: 'typescript',
  },
} as const;

/** What the course notes of its own in the file, for the way back. */
export const sectionNoteSchema = v.object({ id: notebookIdSchema, title: notebookTitleSchema });
export const cellNoteSchema = v.object({
  id: notebookIdSchema,
  language: v.optional(v.picklist(['ts', 'js'])),
  foreign: v.optional(languageNameSchema),
});

export type SectionNote = v.InferOutput<typeof sectionNoteSchema>;
export type CellNote = v.InferOutput<typeof cellNoteSchema>;

/** Text as the format stores it: a list of lines, each with its line end. */
export type Lines = readonly string[];
export type MimeBundle = Readonly<Record<string, Lines>>;

export type IpynbOutput =
  | { readonly output_type: 'stream'; readonly name: 'stdout' | 'stderr'; readonly text: Lines }
  | { readonly output_type: 'display_data'; readonly data: MimeBundle; readonly metadata: object }
  | {
      readonly output_type: 'error';
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: Lines;
    };

export function linesOf(text: string): Lines {
  return text === '' ? [] : text.split(/(?<=\n)/);
}
