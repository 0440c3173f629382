import type { Element, ElementContent } from 'hast';
import temml from 'temml';
import { formulaMacros } from './formulaMacros.ts';

/**
 * How far a formula's source is to be trusted. `course`: it may set any class and data attribute, as the course's
 * macros do. `reader`: only the classes that colour a symbol; no links, no images, no attributes, and no sizes beyond
 * the page's.
 */
export type FormulaSource = 'course' | 'reader';

/** One formula as a MathML tree; throws what the TeX reader says about it. */
export function renderFormula(tex: string, display: boolean, source: FormulaSource): Element {
  refuseSplitName(tex);
  const tree: TemmlNode = temml.__renderToMathMLTree(tex, {
    displayMode: display,
    throwOnError: true,
    trust: source === 'course' || ((asked) => asked.command === '\\class' && symbolClass.test(asked.class)),
    ...(source === 'reader' && { maxSize: [20, 20] }),
    macros: { ...formulaMacros },
  });
  const [math] = elementsOf(tree);
  if (math?.type !== 'element' || math.tagName !== 'math') throw new Error(`no formula came of ${tex}`);
  return math;
}

const symbolClass = /^symbol-[a-z-]+$/;

/** Temml loses a digit of `\mathrm{p95}` (it prints p9), so such names are refused rather than misprinted. */
function refuseSplitName(tex: string) {
  const name = /\\math(?:rm|it|bf|sf|tt)\{[^}]*[A-Za-z]\d+[^}]*\}/.exec(tex);
  if (name) throw new Error(`write \\text{…} or \\percentile{…} instead of ${name[0]}`);
}

/** What Temml builds: elements, fragments without a type, and texts. */
interface TemmlNode {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly classes?: readonly string[];
  readonly style?: Readonly<Record<string, string | number>>;
  readonly children?: readonly TemmlNode[];
}

function elementsOf({ type, text, attributes, classes, style, children = [] }: TemmlNode): ElementContent[] {
  if (text !== undefined) return [{ type: 'text', value: text }];
  const inside = children.flatMap(elementsOf);
  if (type === undefined) return inside;
  const properties: Element['properties'] = {};
  for (const [name, value] of Object.entries(attributes ?? {}))
    properties[propertyName(name)] = String(value);
  const named = classes?.filter(Boolean) ?? [];
  if (named.length > 0) properties.className = named;
  const css = cssOf(style ?? {});
  if (css && !stylesElsewhere.has(css)) properties.style = css;
  return [{ type: 'element', tagName: type, properties, children: inside }];
}

/** `data-live` is called dataLive in a tree of elements; MathML's own attributes are called what they are. */
function propertyName(attribute: string): string {
  return attribute.replace(/^data-([a-z])/, (_, letter: string) => `data${letter.toUpperCase()}`);
}

function cssOf(style: Readonly<Record<string, string | number>>): string {
  return Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`)
    .join('');
}

/**
 * The site's policy forbids style attributes. These stand on most formulas and the style sheets say the same; rarer
 * ones stay, because React sets them through the object model.
 */
const stylesElsewhere = new Set([
  'display:block math;',
  'math-depth:0;',
  'padding-left:0em;padding-right:0em;',
]);
