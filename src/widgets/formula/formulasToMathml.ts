import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { type FormulaSource, renderFormula } from './renderFormula.ts';

/** What becomes of a formula that does not compile. */
export interface FormulaOptions {
  readonly source: FormulaSource;
  /** What stands in its place; or it throws. */
  readonly broken: (tex: string, reason: string, node: Element) => Element;
}

/** Turns the nodes that remark-math leaves (`code.language-math`) into MathML. */
export function formulasToMathml(tree: Root, { source, broken }: FormulaOptions): void {
  visit(tree, 'element', (node, index, parent) => {
    if (index === undefined || !parent) return;
    const code = formulaIn(node);
    if (!code) return;
    const tex = textOf(code);
    try {
      parent.children[index] = renderFormula(tex, hasClass(code, 'math-display'), source);
    } catch (error) {
      parent.children[index] = broken(tex, error instanceof Error ? error.message : String(error), node);
    }
    return SKIP;
  });
}

function formulaIn(node: Element): Element | undefined {
  if (node.tagName === 'code') return hasClass(node, 'language-math') ? node : undefined;
  const only = node.tagName === 'pre' ? node.children[0] : undefined;
  return only?.type === 'element' && hasClass(only, 'math-display') ? only : undefined;
}

function hasClass(node: Element, name: string) {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
