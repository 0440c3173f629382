import * as v from 'valibot';
import { parse } from 'yaml';

const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty());

const frontMatterSchema = v.strictObject({
  id: v.pipe(
    v.string('id must be quoted text such as "2.4"'),
    v.regex(/^\d+\.\d+$/, 'id must look like "2.4"'),
  ),
  part: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  title: sentence,
  question: sentence,
  widget: v.optional(sentence),
  terms: v.optional(v.array(v.strictObject({ term: sentence, meaning: sentence })), []),
  symbols: v.optional(v.array(sentence), []),
});

/** What a lesson says about itself at its head. */
export interface FrontMatter extends v.InferOutput<typeof frontMatterSchema> {
  /** Reading time, from the words; the time spent with the widget comes on top. */
  minutes: number;
}

/** Words a minute of attentive reading of technical prose. */
const readingSpeed = 180;

/** Reads and checks the head of one lesson; throws a sentence that names the file and the field. */
export function readFrontMatter(source: string, file: string): FrontMatter {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source);
  if (!parts) throw new Error(`${file}: a lesson starts with its front matter between two lines of ---`);
  const [, head = '', body = ''] = parts;
  const checked = v.safeParse(frontMatterSchema, parse(head));
  if (!checked.success) {
    const problems = checked.issues.map(
      (issue) => `${v.getDotPath(issue) ?? 'front matter'}: ${issue.message}`,
    );
    throw new Error(`${file}: ${problems.join('; ')}`);
  }
  if (!checked.output.id.startsWith(`${checked.output.part}.`)) {
    throw new Error(`${file}: lesson ${checked.output.id} does not belong to part ${checked.output.part}`);
  }
  return { ...checked.output, minutes: readingMinutes(body) };
}

/** Whole minutes, at least one, for the words a reader sees: imports, tags, formulas and code left out. */
export function readingMinutes(body: string): number {
  const prose = body
    .replace(/^(?:import|export) .*$/gm, ' ')
    .replace(/```[\s\S]*?```|\$\$[\s\S]*?\$\$|\$[^$\n]*\$/g, ' ')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ');
  const words = prose.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  return Math.max(1, Math.round(words.length / readingSpeed));
}
