import { describe, expect, it } from 'vitest';
import { rehypeFormulas } from '../../../scripts/vite/rehypeFormulas.ts';
import { formulaMacros } from '../../../src/widgets/formula/formulaMacros.ts';
import { renderFormula as render } from '../../../src/widgets/formula/renderFormula.ts';

type Node = ReturnType<typeof render>;

const renderFormula = (tex: string, display: boolean) => render(tex, display, 'course');

/** All elements of a tree, with their text. */
function elements(node: Node): Node[] {
  return [node, ...node.children.flatMap((child) => (child.type === 'element' ? elements(child) : []))];
}

const text = (node: Node): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? text(child) : ''))
    .join('');

const tags = (tex: string) => elements(renderFormula(tex, true)).map(({ tagName }) => tagName);

describe('a formula', () => {
  it('becomes MathML', () => {
    const math = renderFormula('W = \\frac{1}{\\mu - \\lambda}', true);
    expect(math).toMatchObject({ tagName: 'math', properties: { display: 'block' } });
    expect(tags('\\frac{1}{2}')).toEqual(['math', 'mfrac', 'mn', 'mn']);
    expect(text(math)).toBe('W=1μ−λ');
    expect(renderFormula('x', false).properties.display).toBeUndefined();
  });

  it('gives each symbol its letter and its colour’s class', () => {
    const symbols = elements(
      renderFormula('\\arrivalRate \\serviceRate \\utilization \\sojourn \\numberInSystem', true),
    )
      .filter(({ tagName }) => tagName === 'mi')
      .map((node) => [text(node), ...(node.properties.className as string[])]);
    expect(symbols).toEqual([
      ['λ', 'symbol-arrival-rate'],
      ['μ', 'symbol-service-rate'],
      ['ρ', 'symbol-utilization'],
      ['W', 'symbol-sojourn'],
      ['L', 'symbol-number'],
    ]);
  });

  it('knows every macro', () => {
    for (const name of Object.keys(formulaMacros)) {
      expect(() => renderFormula(`${name}{95}`, true), name).not.toThrow();
    }
  });

  it('has a slot for each live value', () => {
    const slots = elements(renderFormula('\\live{sojourn} = \\frac{1}{\\live{serviceRate}}', true)).filter(
      ({ properties }) => properties.dataLive !== undefined,
    );
    expect(slots.map(({ tagName, properties }) => [tagName, properties.dataLive])).toEqual([
      ['mn', 'sojourn'],
      ['mn', 'serviceRate'],
    ]);
  });

  it('carries no style attribute, which the site’s policy would block', () => {
    for (const tex of [
      '\\hat{x} + \\bar W',
      '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
      '\\sum_{i=1}^n i',
    ]) {
      const styled = elements(renderFormula(tex, true)).filter(({ properties }) => 'style' in properties);
      expect(styled, tex).toEqual([]);
    }
  });

  it.each([
    ['a missing brace', '\\frac{1', /Unexpected end of input/],
    ['an unknown macro', '\\utilisation', /\\utilisation/],
    ['a name that the compiler would misprint', '\\mathrm{p95}', /percentile/],
  ])('throws on %s', (_what, tex, message) => {
    expect(() => renderFormula(tex, true)).toThrow(message);
  });
});

describe('the plugin', () => {
  const place = (tex: string, display: boolean) => ({
    type: 'root' as const,
    children: [
      {
        type: 'element' as const,
        tagName: 'code',
        properties: { className: ['language-math', display ? 'math-display' : 'math-inline'] },
        children: [{ type: 'text' as const, value: tex }],
      },
    ],
  });
  const file = {
    fail(reason: string): never {
      throw new Error(`lesson.mdx: ${reason}`);
    },
  };

  it('replaces what remark-math left', () => {
    const tree = place('\\rho < 1', false);
    rehypeFormulas()(tree, file);
    expect(tree.children[0]).toMatchObject({ type: 'element', tagName: 'math' });
  });

  it('stops the build with the file when TeX is broken', () => {
    expect(() => rehypeFormulas()(place('\\frac{1', true), file)).toThrow(
      /lesson\.mdx: Formula does not compile/,
    );
  });
});
