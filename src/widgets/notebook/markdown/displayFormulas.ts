import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * remark plugin: `$$…$$` on one line, alone in its paragraph, is a displayed formula. remark-math reads it as one within
 * the text, and asks for the dollars on lines of their own.
 */
export function displayFormulas() {
  return (tree: Root, file: { readonly value: unknown }) => {
    visit(tree, 'paragraph', ({ children }) => {
      const [only] = children;
      if (children.length !== 1 || only?.type !== 'inlineMath') return;
      const start = only.position?.start.offset;
      if (start === undefined || !String(file.value).startsWith('$$', start)) return;
      only.data = { ...only.data, hProperties: { className: ['language-math', 'math-display'] } };
    });
  };
}
