import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The name that every text's footnotes are labelled by, until they are told apart. */
const shared = 'footnote-label';

/** rehype plugin: gives the label of a text's footnotes a name of its own, since a page may hold several texts. */
export function ownFootnotes(prefix: string) {
  return (tree: Root) => {
    visit(tree, 'element', ({ properties }) => {
      if (properties.id === shared) properties.id = `${prefix}${shared}`;
      const described = properties.ariaDescribedBy;
      if (Array.isArray(described) && described.includes(shared)) {
        properties.ariaDescribedBy = [`${prefix}${shared}`];
      }
    });
  };
}
