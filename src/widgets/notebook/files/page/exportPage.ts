import { sha256 } from '@noble/hashes/sha2.js';
import type { NotebookCell } from '../../../../engine/notebook/index.ts';
import type { ExportedNotebook, ShownOutput } from '../shownOutput.ts';
import { escapeHtml } from '../words/escapeHtml.ts';
import { outputText } from '../words/outputText.ts';
import { tableHtml } from '../words/tableWords.ts';
import { pageStyle } from './style.ts';

export interface ExportedPage extends ExportedNotebook {
  /** Rendered Markdown by cell, as the page shows it; a cell without one is written as its source. */
  readonly prose?: ReadonlyMap<string, string> | undefined;
  readonly date: Date;
  /** Where the section can be run. */
  readonly link: string;
}

/**
 * A section as one HTML file that needs nothing else: prose, sources and outputs. It holds no script, and its policy
 * allows none, nor anything from elsewhere, whatever the prose or the pictures handed in contain.
 */
export function exportPage({ section, outputs, prose, date, link }: ExportedPage): string {
  const title = escapeHtml(section.title);
  const day = date.toISOString().slice(0, 10);
  const cells = section.cells.map((cell) =>
    cell.kind === 'markdown'
      ? `<section>${prose?.get(cell.id) ?? preformatted(cell.source)}</section>`
      : codeFigure(cell, outputs?.get(cell.id) ?? []),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>A notebook of Goodput, exported on <time datetime="${day}">${day}</time>. ${courseLink(link)}</p>
</header>
<main>
${cells.join('\n')}
</main>
</body>
</html>
`;
}

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${base64(sha256(new TextEncoder().encode(pageStyle)))}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Only an address of the web becomes a link. */
function courseLink(link: string): string {
  const address = escapeHtml(link);
  return /^https?:\/\//i.test(link)
    ? `Run it at <a href="${address}">${address}</a>.`
    : `Run it at ${address}.`;
}

function codeFigure(
  cell: Exclude<NotebookCell, { kind: 'markdown' }>,
  outputs: readonly ShownOutput[],
): string {
  const language =
    cell.kind === 'foreign' ? cell.languageName : cell.language === 'ts' ? 'TypeScript' : 'JavaScript';
  return `<figure>
<figcaption>${escapeHtml(language)}</figcaption>
${preformatted(cell.source)}
${outputs.map(outputHtml).join('\n')}
</figure>`;
}

function outputHtml({ output, svg }: ShownOutput): string {
  const failed = output.kind === 'error' || (output.kind === 'check' && !output.passed);
  return `<div class="output${failed ? ' failed' : ''}">${contentHtml({ output, svg })}</div>`;
}

function contentHtml({ output, svg }: ShownOutput): string {
  if (output.kind === 'table') return tableHtml(output.table);
  if (output.kind === 'plot' && svg !== undefined) return svg;
  return preformatted(outputText(output));
}

/** The parser drops a line end that follows the tag, so one is put there for it. */
function preformatted(text: string): string {
  return `<pre>\n${escapeHtml(text)}</pre>`;
}
