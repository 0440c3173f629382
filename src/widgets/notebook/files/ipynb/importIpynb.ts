import * as v from 'valibot';
import {
  documentLimits,
  limits,
  type NotebookCell,
  type NotebookSection,
  notebookCellsSchema,
} from '../../../../engine/notebook/index.ts';
import { ImportRefused, importJson } from '../../../../store/importJson.ts';
import { cellNoteSchema, sectionNoteSchema } from './format.ts';
import { languageOf } from './language.ts';
import { type LeftBehind, noticesOf } from './notices.ts';

export interface ImportOptions {
  /** Id of the section that is made. */
  readonly sectionId: string;
  /** Gives an id that no cell has; for cells that bring none of their own. */
  readonly freshId: () => string;
  /** Ids of cells that exist already; a cell of the file that has one of them gets a fresh one. */
  readonly taken?: ReadonlySet<string> | undefined;
  /** Title where the file names none, as its file name. */
  readonly title?: string | undefined;
}

export interface ImportedSection {
  readonly section: NotebookSection;
  /** What was left behind or cannot run here, a sentence each. */
  readonly notices: readonly string[];
  /** Code that came from outside never runs by itself. */
  readonly trusted: false;
}

/** Characters of a file: outputs with pictures, which are dropped, make most of them. */
const largest = 20_000_000;

const text = v.union([
  v.string(),
  v.pipe(
    v.array(v.string()),
    v.transform((lines) => lines.join('')),
  ),
]);

const cellSchema = v.object({
  cell_type: v.picklist(['code', 'markdown', 'raw']),
  source: text,
  metadata: v.optional(
    v.object({
      goodput: v.fallback(v.optional(cellNoteSchema), undefined),
      vscode: v.fallback(v.optional(v.object({ languageId: v.string() })), undefined),
    }),
    {},
  ),
  outputs: v.optional(v.array(v.unknown()), []),
  attachments: v.optional(v.record(v.string(), v.unknown()), {}),
});

const word = v.fallback(v.optional(v.string()), undefined);

const fileSchema = v.object({
  nbformat: v.literal(4, 'only notebooks of format 4 can be read; open it in Jupyter and save it again'),
  nbformat_minor: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.maxValue(5, 'it is newer than format 4.5'),
  ),
  cells: v.pipe(v.array(cellSchema), v.maxLength(limits.cells, `it has more than ${limits.cells} cells`)),
  metadata: v.optional(
    v.object({
      goodput: v.fallback(v.optional(sectionNoteSchema), undefined),
      title: word,
      kernelspec: v.fallback(v.optional(v.object({ language: word, name: word })), undefined),
      language_info: v.fallback(v.optional(v.object({ name: word })), undefined),
    }),
    {},
  ),
});

type IpynbFile = v.InferOutput<typeof fileSchema>;
type IpynbCell = IpynbFile['cells'][number];

/**
 * Reads a Jupyter notebook of format 4.0 to 4.5 as a section. Code in languages that the course does not run and raw
 * cells become foreign cells; outputs and attachments are left behind and counted.
 *
 * @throws {ImportRefused} with the reason, if the file is no such notebook or exceeds the limits.
 */
export function importIpynb(json: string, options: ImportOptions): ImportedSection {
  const file = importJson(json, fileSchema, largest);
  const { metadata } = file;
  const nextId = idsFrom(options);
  const kernelLanguage =
    metadata.kernelspec?.language ?? metadata.language_info?.name ?? metadata.kernelspec?.name;
  const cells = file.cells.map((cell) => cellOf(cell, nextId(cell.metadata.goodput?.id), kernelLanguage));
  const checked = v.safeParse(notebookCellsSchema, cells);
  if (!checked.success) {
    const [issue] = checked.issues;
    const place = v.getDotPath(issue) ?? 'its cells';
    throw new ImportRefused(`The notebook does not fit: ${place}: ${issue.message}. Nothing was changed.`);
  }
  const title = metadata.goodput?.title ?? metadata.title ?? options.title ?? 'Imported notebook';
  return {
    section: { id: options.sectionId, title: title.slice(0, documentLimits.title), cells },
    notices: noticesOf(cells, leftBehind(file.cells)),
    trusted: false,
  };
}

function cellOf(
  { cell_type, source, metadata }: IpynbCell,
  id: string,
  kernelLanguage: string | undefined,
): NotebookCell {
  const { goodput: note, vscode } = metadata;
  if (cell_type === 'markdown') return { id, kind: 'markdown', source };
  if (cell_type === 'raw') return { id, kind: 'foreign', languageName: note?.foreign ?? 'raw text', source };
  const language = note?.language ?? languageOf(vscode?.languageId ?? kernelLanguage);
  return typeof language === 'string'
    ? { id, kind: 'code', language, source }
    : { id, kind: 'foreign', languageName: language.foreign, source };
}

/** The file's own id where it is free, else a fresh one. */
function idsFrom({ freshId, taken = new Set() }: ImportOptions): (wanted: string | undefined) => string {
  const given = new Set(taken);
  return (wanted) => {
    const id = wanted === undefined || given.has(wanted) ? freshId() : wanted;
    given.add(id);
    return id;
  };
}

function leftBehind(cells: readonly IpynbCell[]): LeftBehind {
  const count = (of: (cell: IpynbCell) => number) => cells.reduce((sum, cell) => sum + of(cell), 0);
  return {
    outputs: count(({ outputs }) => outputs.length),
    attachments: count(({ attachments }) => Object.keys(attachments).length),
  };
}
