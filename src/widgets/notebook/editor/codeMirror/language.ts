import { javascript } from '@codemirror/lang-javascript';
import type { Extension } from '@codemirror/state';
import { loadQuietly } from '../../../loading/loadQuietly.ts';
import type { CellLanguage } from '../form.ts';
import { codeCompletion } from './completion.ts';
import { signatureHelp } from './signatureHelp.ts';

const code = (typescript: boolean): Extension => [javascript({ typescript }), codeCompletion, signatureHelp];

/** Grammar and help of a cell's language; Markdown's brings HTML's along and comes only where a cell needs it. */
export async function languageSupport(language: CellLanguage): Promise<Extension> {
  if (language !== 'markdown') return code(language === 'ts');
  const loaded = await loadQuietly(() => import('./markdown.ts'));
  return loaded?.markdownSupport ?? [];
}
