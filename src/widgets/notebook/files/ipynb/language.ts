import * as v from 'valibot';
import { type CellLanguage, documentLimits, languageNameSchema } from '../../../../engine/notebook/index.ts';

const own: Readonly<Record<string, CellLanguage>> = {
  typescript: 'ts',
  ts: 'ts',
  deno: 'ts',
  tslab: 'ts',
  javascript: 'js',
  js: 'js',
  node: 'js',
  nodejs: 'js',
  jslab: 'js',
};

/** The language that a notebook's kernel or cell names, or the name of one that does not run here. */
export function languageOf(name: string | undefined): CellLanguage | { readonly foreign: string } {
  const word = name?.trim().toLowerCase() ?? '';
  if (Object.hasOwn(own, word)) {
    const language = own[word];
    if (language) return language;
  }
  const written = (name ?? '')
    .replaceAll(/[[\]\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, documentLimits.languageName)
    .trim();
  return { foreign: v.is(languageNameSchema, written) ? written : 'unknown language' };
}
