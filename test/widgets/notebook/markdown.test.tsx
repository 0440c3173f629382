import { act } from 'react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { Markdown } from '../../../src/widgets/notebook/markdown/Markdown.tsx';
import { markdownHtml } from '../../../src/widgets/notebook/markdown/markdownHtml.ts';
import { complaints, expectAccessible, show, user, useTheme } from '../support/show.tsx';
import { markdown } from './everyOutput.ts';
import { settled } from './settled.ts';

async function set(source: string) {
  const shown = await show(<Markdown source={source} />);
  await settled(() => expect(shown.all('[class*="waiting"]')).toEqual([]));
  return shown;
}

const html = (source: string) => act(() => markdownHtml(source));

/** Sources that have run script in one renderer of Markdown or HTML or another; each would set `window.hit`. */
const hostile = [
  '<img src=x onerror="window.hit=1">',
  '<svg onload="window.hit=1"><script>window.hit=1</script></svg>',
  '<svg><animate onbegin=window.hit=1 attributeName=x dur=1s></svg>',
  '<script>window.hit=1</script>',
  '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hit=1&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=window.hit=1>">',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=window.hit=1>',
  '<svg></p><style><a id="</style><img src=1 onerror=window.hit=1>">',
  '<details open ontoggle=window.hit=1>x</details>',
  '<a href="javascript:window.hit=1">x</a>',
  '<base href="https://evil.example/">',
  '<style>@import "https://evil.example/x.css";</style>',
  '[x](javascript:window.hit=1)',
  '[x](JaVaScRiPt:window.hit=1)',
  '[x](java&Tab;script:window.hit=1)',
  '[x](&#106;avascript:window.hit=1)',
  '[x](\u0001javascript:window.hit=1)',
  '[x](vbscript:msgbox)',
  '[x](data:text/html,<script>window.hit=1</script>)',
  '[x](data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGl0PTE8L3NjcmlwdD4=)',
  '[x](blob:https://evil.example/1)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example/)',
  '<javascript:window.hit=1>',
  '![x](javascript:window.hit=1)',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+)',
  '![x](https://evil.example/track.png)',
  '![x" onerror="window.hit=1](x)',
  '[x]: javascript:window.hit=1\n\n[x]',
  '```js" onmouseover="window.hit=1\ncode\n```',
  '| <img src=x onerror=window.hit=1> |\n|--|\n| <svg onload=window.hit=1> |',
  '- [ ] <input autofocus onfocus=window.hit=1>',
  'x[^<img src=x onerror=window.hit=1>]\n\n[^<img src=x onerror=window.hit=1>]: y',
  '$\\href{javascript:window.hit=1}{x}$',
  '$\\url{javascript:window.hit=1}$',
  '$\\includegraphics{https://evil.example/x.png}$',
  '$\\data{onclick=window.hit=1}{x}$',
  '$\\class{x" onclick="window.hit=1}{x}$',
  '$\\text{<img src=x onerror=window.hit=1>}$',
  '$<script>window.hit=1</script>$',
  '$\\id{root}{x}$',
  '$\\rule{9999em}{9999em}$',
] as const;

/** What of an element could run, load or lead somewhere it must not. */
function dangers(root: Element): readonly string[] {
  return [...root.querySelectorAll('*')].flatMap((element) => {
    const name = element.localName;
    const found =
      /^(script|iframe|object|embed|img|svg|style|link|base|form|input|meta|noscript|mglyph)$/.test(name)
        ? [name]
        : [];
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^(src|srcdoc|srcset|action|formaction|xlink:href|data)$/i.test(attribute))
        found.push(attribute);
      if (attribute === 'href' && !/^(https?:\/\/|mailto:|#)/i.test(value)) found.push(value);
    }
    return found;
  });
}

describe('hostile Markdown', () => {
  it.each(hostile)('is inert on the page: %s', async (source) => {
    Reflect.deleteProperty(window, 'hit');
    const heard = complaints();
    const { root } = await set(source);
    expect(dangers(root)).toEqual([]);
    for (const element of root.querySelectorAll('*')) {
      element.dispatchEvent(new MouseEvent('mouseover'));
      expect(element.getBoundingClientRect().width).toBeLessThan(3_000);
    }
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(Reflect.get(window, 'hit')).toBeUndefined();
    expect(heard).toEqual([]);
  });

  it.each(hostile)('is inert as HTML, read again by a parser: %s', async (source) => {
    const text = await html(source);
    const host = document.createElement('div');
    document.body.append(host);
    onTestFinished(() => host.remove());
    host.innerHTML = text;
    expect(dangers(host)).toEqual([]);
    // Reading and writing it once more changes nothing: no parser can be led to see other elements in it.
    const again = document.createElement('div');
    again.innerHTML = host.innerHTML;
    expect(again.innerHTML).toBe(host.innerHTML);
    expect(Reflect.get(window, 'hit')).toBeUndefined();
  });

  it('is shown as what was written', async () => {
    const { root } = await set('<img src=x onerror="window.hit=1">');
    expect(root.textContent).toBe('<img src=x onerror="window.hit=1">');
  });
});

describe('Markdown', () => {
  it.each([
    [1440, 'light'],
    [390, 'dark'],
  ] as const)('is accessible, silent and no wider than the page at %i px, %s', async (width, theme) => {
    useTheme(theme);
    await page.viewport(width, 900);
    const heard = complaints();
    const { root } = await show(
      <main>
        <h1>Notebook</h1>
        <h2>Section</h2>
        <Markdown source={markdown} />
      </main>,
    );
    await settled(() => expect(root.querySelector('table')).not.toBeNull());
    await expectAccessible(root);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    expect(heard).toEqual([]);
  });

  it('shows its source until it can be set', async () => {
    const { root } = await show(<Markdown source={'a **b**'} />);
    await settled(() => expect(root.querySelector('strong')?.textContent).toBe('b'));
  });

  it('sets formulas as MathML, displayed where they stand alone, with the colours of symbols', async () => {
    const { all, find } = await set('Here $\\arrivalRate$.\n\n$$W = 1$$\n\n$$\nL\n$$\n\nNot $$x$$ here.');
    expect(all('math').map((math) => math.getAttribute('display'))).toEqual([null, 'block', 'block', null]);
    expect(find('math .symbol-arrival-rate').textContent).toBe('λ');
  });

  it.each([
    ['$\\frac{1}{$', '\\frac{1}{', 'Unexpected end of input'],
    ['$\\utilisation$', '\\utilisation', 'utilisation'],
    ['$$\n\\begin{aligned} a\n$$', '\\begin{aligned} a', 'end'],
  ])('shows the source of a formula that does not compile, and why: %s', async (source, tex, reason) => {
    const { find, root } = await set(source);
    expect(find('code').textContent).toBe(tex);
    expect(root.textContent).toContain('Formula does not compile:');
    expect(root.textContent).toContain(reason);
  });

  it('fits its headings into the page round it', async () => {
    const { all, draw } = await set('# One\n\n## Two\n\n###### Six');
    const names = () => all('h1, h2, h3, h4, h5, h6').map(({ localName }) => localName);
    expect(names()).toEqual(['h3', 'h4', 'h6']);
    await draw(<Markdown source={'# One\n\n## Two'} headingLevel={2} />);
    expect(names()).toEqual(['h2', 'h3']);
  });

  it('tells pages it links to nothing of the reader, and follows footnotes without changing the address', async () => {
    const before = location.hash;
    const { find, all } = await set('[a](https://example.org) [b](#/lesson/2.4) c[^1]\n\n[^1]: Note.');
    expect(find('a[href^="https"]').getAttribute('rel')).toBe('noopener noreferrer');
    expect(find('a[href="#/lesson/2.4"]').getAttribute('rel')).toBeNull();
    await user.click(find('sup a'));
    expect(location.hash).toBe(before);
    expect(document.activeElement?.localName).toBe('li');
    await user.click(all('li a')[0]!);
    expect(document.activeElement).toBe(find('sup a'));
  });

  it('keeps the footnotes of two texts apart', async () => {
    const { all } = await show(
      <>
        <Markdown source={'a[^1]\n\n[^1]: First.'} />
        <Markdown source={'b[^1]\n\n[^1]: Second.'} />
      </>,
    );
    await settled(() => expect(all('li')).toHaveLength(2));
    const ids = all('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('Markdown as HTML', () => {
  it('has the same words and elements as on the page, without this build’s class names', async () => {
    const text = await html(markdown);
    const { root } = await set(markdown);
    await settled(() => expect(root.querySelector('table')).not.toBeNull());
    const host = document.createElement('div');
    host.innerHTML = text;
    const tags = (from: Element) => [...from.querySelectorAll('*')].map(({ localName }) => localName);
    expect(tags(host)).toEqual(tags(root.firstElementChild!.parentElement!));
    expect(host.textContent).toBe(root.textContent);
    const classes = [...host.querySelectorAll('[class]')].flatMap((element) => [...element.classList]);
    expect(classes.filter((name) => !/^(symbol|tml)-/.test(name))).toEqual([]);
    expect(classes).toContain('symbol-sojourn');
  });

  it('keeps the footnotes of several texts in one file apart', async () => {
    const texts = [await html('a[^1]\n\n[^1]: First.'), await html('b[^1]\n\n[^1]: Second.')];
    const ids = [...texts.join('').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
