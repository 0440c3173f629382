import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * rehype plugin: `$$…$$` on one line, alone in its paragraph, is a displayed formula. remark-math reads it as one within
 * the text, and asks for the dollars on lines of their own.
 */
export function displayFormulas() {
  return (tree: Root, file: { readonly value: unknown }) => {
    visit(tree, 'element', (node, index, parent) => {
      const [only] = node.children;
      if (node.tagName !== 'p' || node.children.length !== 1 || only?.type !== 'element') return;
      const { className } = only.properties;
      if (!Array.isArray(className) || !className.includes('math-inline')) return;
      const start = only.position?.start.offset;
      if (start === undefined || !String(file.value).startsWith('$$', start)) return;
      only.properties.className = ['language-math', 'math-display'];
      if (parent && index !== undefined) parent.children[index] = only;
    });
  };
}
