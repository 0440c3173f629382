import type { Element, Root } from 'hast';
import { formulasToMathml } from '../../formula/formulasToMathml.ts';

/** rehype plugin: formulas as MathML; one that does not compile shows its source and what is wrong with it. */
export function readerFormulas() {
  return (tree: Root) => formulasToMathml(tree, { source: 'reader', broken });
}

/** A `code` with the reason beside it; the view gives it its look. */
function broken(tex: string, reason: string): Element {
  return {
    type: 'element',
    tagName: 'code',
    properties: { dataFormulaError: reason.replace(/^ParseError:\s*/, '') },
    children: [{ type: 'text', value: tex }],
  };
}
