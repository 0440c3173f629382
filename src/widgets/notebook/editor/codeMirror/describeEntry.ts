import type { Entry } from '../reference/entry.ts';

/** What is known of a name: how it is called, what it is for, an example. */
export function describeEntry({ signature, types, prose, example }: Entry): Node {
  const page = document.createElement('div');
  page.append(part('pre', 'cm-reference-code', signature));
  if (prose) page.append(part('p', 'cm-reference-prose', prose));
  if (types) page.append(part('pre', 'cm-reference-types', types.join('\n')));
  if (example) page.append(part('pre', 'cm-reference-example', example));
  return page;
}

/** How it is called, and the fields of its options without their comments: little enough to write beside it. */
export function describeCall({ signature, types }: Entry): HTMLElement {
  const page = document.createElement('div');
  page.className = 'cm-signature';
  page.append(part('pre', 'cm-reference-code', signature));
  if (types) page.append(part('pre', 'cm-reference-types', types.map(inOneLine).join('\n')));
  return page;
}

const inOneLine = (declaration: string): string =>
  declaration.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' ');

const part = (element: 'p' | 'pre', className: string, text: string): HTMLElement => {
  const made = document.createElement(element);
  made.className = className;
  made.textContent = text;
  return made;
};
