import { createElement } from 'react';

/**
 * A reader's Markdown as a string of HTML, for files that stand alone: the same elements as `<Markdown>` shows, drawn in
 * a document of their own that loads and runs nothing. No HTML renderer is needed beside the one of the page.
 */
export async function markdownHtml(source: string): Promise<string> {
  const [{ default: SetText }, { createRoot }, { flushSync }] = await Promise.all([
    import('./SetText.tsx'),
    import('react-dom/client'),
    import('react-dom'),
  ]);
  const container = document.implementation.createHTMLDocument('').createElement('div');
  // Several texts may end up in one file: their footnotes must not share names.
  texts += 1;
  const root = createRoot(container, { identifierPrefix: `text${texts}` });
  flushSync(() => root.render(createElement(SetText, { source })));
  const html = withoutTraces(container).innerHTML;
  root.unmount();
  return html;
}

let texts = 0;

/** The elements without the class names of this build, which mean nothing elsewhere; symbols keep theirs. */
function withoutTraces(container: HTMLElement): HTMLElement {
  for (const element of container.querySelectorAll('[class]')) {
    const kept = [...element.classList].filter((name) => /^(symbol|tml)-/.test(name));
    if (kept.length > 0) element.setAttribute('class', kept.join(' '));
    else element.removeAttribute('class');
  }
  return container;
}
