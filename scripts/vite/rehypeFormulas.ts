import { fromHtml } from 'hast-util-from-html';
import temml from 'temml';
import { SKIP, visit } from 'unist-util-visit';
import { formulaMacros } from './formulaMacros.ts';

type Root = ReturnType<typeof fromHtml>;
type Element = Extract<Root['children'][number], { type: 'element' }>;

/** The one thing asked of the file being compiled: to stop the build and say where. */
interface Source {
  fail(reason: string, place: Element): never;
}

/**
 * rehype plugin: turns the nodes that remark-math leaves (`code.language-math`) into MathML while building, so
 * that no formula code runs in the page. Broken TeX stops the build with the file and line of the formula.
 */
export function rehypeFormulas() {
  return (tree: Root, file: Source) => {
    visit(tree, 'element', (node, index, parent) => {
      if (index === undefined || !parent) return;
      const code = formulaIn(node);
      if (!code) return;
      const display = hasClass(code, 'math-display');
      try {
        parent.children[index] = renderFormula(textOf(code), display);
      } catch (error) {
        file.fail(`Formula does not compile: ${messageOf(error)}`, node);
      }
      return SKIP;
    });
  };
}

/** One formula as a MathML tree; throws what the TeX reader says about it. */
export function renderFormula(tex: string, display: boolean): Element {
  refuseSplitName(tex);
  const markup = temml.renderToString(tex, {
    displayMode: display,
    throwOnError: true,
    // The source is ours: trust allows the class and data attributes that the macros set.
    trust: true,
    macros: { ...formulaMacros },
  });
  const math = fromHtml(markup, { fragment: true }).children[0];
  if (math?.type !== 'element' || math.tagName !== 'math') throw new Error(`no formula came of ${tex}`);
  visit(math, 'element', dropStyle);
  return math;
}

/** Temml loses a digit of `\mathrm{p95}` (it prints p9), so such names are refused rather than misprinted. */
function refuseSplitName(tex: string) {
  const name = /\\math(?:rm|it|bf|sf|tt)\{[^}]*[A-Za-z]\d+[^}]*\}/.exec(tex);
  if (name) throw new Error(`write \\text{…} or \\percentile{…} instead of ${name[0]}`);
}

/**
 * The site's policy forbids style attributes. These stand on most formulas and lesson.css says the same; rarer ones
 * stay, because MDX hands them to React as objects, which sets them through the object model.
 */
const stylesElsewhere = new Set([
  'display:block math;',
  'math-depth:0;',
  'padding-left:0em;padding-right:0em;',
]);

function dropStyle(node: Element) {
  const { style } = node.properties;
  if (typeof style === 'string' && stylesElsewhere.has(style)) delete node.properties.style;
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

function textOf(node: Element['children'][number]): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

function messageOf(error: unknown) {
  return error instanceof Error ? error.message : String(error);
}
