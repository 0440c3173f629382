import type { Element, Root } from 'hast';
import { formulasToMathml } from '../../src/widgets/formula/formulasToMathml.ts';

/** The one thing asked of the file being compiled: to stop the build and say where. */
interface Source {
  fail(reason: string, place: Element): never;
}

/**
 * rehype plugin: turns the nodes that remark-math leaves (`code.language-math`) into MathML while building, so
 * that no formula code runs in the page. Broken TeX stops the build with the file and line of the formula.
 */
export function rehypeFormulas() {
  return (tree: Root, file: Source) =>
    formulasToMathml(tree, {
      source: 'course',
      broken: (_tex, reason, node) => file.fail(`Formula does not compile: ${reason}`, node),
    });
}
