import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { complaints, expectAccessible, user, useTheme } from '../../support/show.tsx';
import { pass, showEditor, until } from './showEditor.tsx';

const field = (root: HTMLElement) => {
  const found = root.querySelector('textarea');
  if (!found) throw new Error('no plain field');
  return found;
};
const textOf = (content: HTMLElement) =>
  [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n');
const caret = () => {
  const selection = getSelection();
  return { node: selection?.focusNode?.textContent, offset: selection?.focusOffset };
};
/** A narrow window, and answers as a touch screen gives them. */
const onPhone = async () => {
  const ask = matchMedia.bind(window);
  const spy = vi.spyOn(window, 'matchMedia');
  spy.mockImplementation((query) => ask(query.replace('(pointer: fine)', '(pointer: none)')));
  onTestFinished(() => spy.mockRestore());
  await page.viewport(390, 800);
};

describe('the exchange', () => {
  it('stands there as a text field at once, and CodeMirror takes its place with the same text', async () => {
    await page.viewport(1440, 900);
    const heard = complaints();
    const { root, content } = await showEditor({ source: 'const a = 1;\nconst b = 2;' });
    expect(field(root).value).toBe('const a = 1;\nconst b = 2;');
    const exchanged = await content();
    expect(textOf(exchanged)).toBe('const a = 1;\nconst b = 2;');
    expect(root.querySelector('textarea')).toBeNull();
    expect(exchanged.getAttribute('aria-label')).toBe('Source of cell 1');
    expect(heard).toEqual([]);
  });

  it.each([
    ['code', { source: `f(1);\n\n${'wide '.repeat(90)}\n` }],
    ['prose', { source: `# Head\n\n${'some words that wrap '.repeat(40)}`, language: 'markdown' }],
    ['nothing', { source: '' }],
  ] as const)('moves nothing on the page: %s', async (_what, given) => {
    await page.viewport(1024, 900);
    const { root, content, find } = await showEditor(given);
    const below = () => find('button').getBoundingClientRect().top;
    const before = below();
    await content();
    await pass(300); // the grammar
    expect(below()).toBeCloseTo(before, 1);
    expect(root.scrollWidth).toBeLessThanOrEqual(1024);
  });

  it('waits while the reader types, and then keeps text, caret, focus and what can be undone', async () => {
    await page.viewport(1440, 900);
    const { root, content, source } = await showEditor({ source: 'a\nb' });
    const plain = field(root);
    await user.focus(plain);
    plain.setSelectionRange(1, 1);
    await user.press('x');
    for (let i = 0; i < 10; i++) {
      await pass(150);
      expect(root.querySelector('textarea')).toBe(plain);
      await user.press('y');
    }
    const exchanged = await content();
    expect(textOf(exchanged)).toBe('axyyyyyyyyyy\nb');
    expect(document.activeElement).toBe(exchanged);
    expect(caret()).toEqual({ node: 'axyyyyyyyyyy', offset: 12 });
    await user.press('!');
    expect(source()).toBe('axyyyyyyyyyy!\nb');
    for (let i = 0; i < 3; i++) await user.press('{Control>}z{/Control}');
    expect(source()).toBe('a\nb');
  });

  it('keeps a backward selection', async () => {
    await page.viewport(1440, 900);
    const { root, content, source } = await showEditor({ source: 'one two' });
    await user.focus(field(root));
    field(root).setSelectionRange(4, 7, 'backward');
    await content();
    await user.press('{Shift>}{ArrowLeft}{/Shift}x');
    expect(source()).toBe('onex');
  });

  it('does not come to a phone', async () => {
    await onPhone();
    const { root, source } = await showEditor({ source: 'a' });
    await pass(1500);
    expect(root.querySelector('.cm-editor')).toBeNull();
    await user.fill(field(root), 'b\nc');
    expect(source()).toBe('b\nc');
    await expectAccessible(root);
  });

  it('does not come to a cell far below the window until the reader does', async () => {
    await page.viewport(1440, 900);
    const space = document.createElement('div');
    space.style.height = '5000px';
    document.body.prepend(space);
    const { root, content } = await showEditor({ source: 'a' });
    await pass(1000);
    expect(root.querySelector('textarea')).not.toBeNull();
    root.scrollIntoView();
    await content();
    space.remove();
  });

  it('shows a source that the notebook sets, which undo takes back', async () => {
    await page.viewport(1440, 900);
    const { content, setSource, source } = await showEditor({ source: 'first' });
    const exchanged = await content();
    await setSource('second');
    expect(textOf(exchanged)).toBe('second');
    await user.click(exchanged);
    await user.press('{Control>}z{/Control}');
    expect(source()).toBe('first');
  });
});

describe.each(['plain', 'CodeMirror'] as const)('keys in the %s form', (form) => {
  const open = async (given: Parameters<typeof showEditor>[0]) => {
    if (form === 'plain') await onPhone();
    else await page.viewport(1440, 900);
    const shown = await showEditor(given);
    const input = form === 'plain' ? field(shown.root) : await shown.content();
    await user.focus(input);
    return shown;
  };

  it('give the notebook its commands and leave the text alone', async () => {
    const { commands, source } = await open({ source: 'a' });
    await user.press('{Shift>}{Enter}{/Shift}');
    await user.press('{Control>}{Enter}{/Control}');
    await user.press('{Meta>}{Enter}{/Meta}');
    await user.press('{Alt>}{Enter}{/Alt}');
    await user.press('{Escape}');
    expect(commands).toEqual(['runAndAdvance', 'run', 'run', 'runAndInsert', 'leave']);
    expect(source()).toBe('a');
  });

  it('leave it by arrows from the first and the last line only', async () => {
    const { commands, handle } = await open({ source: 'a\nb\nc' });
    handle().focus('start');
    await user.press('{ArrowDown}');
    await user.press('{ArrowDown}');
    expect(commands).toEqual([]);
    await user.press('{ArrowDown}');
    expect(commands).toEqual(['next']);
    await user.press('{ArrowUp}{ArrowUp}');
    expect(commands).toEqual(['next']);
    await user.press('{ArrowUp}');
    expect(commands).toEqual(['next', 'previous']);
  });

  it('put the caret where the notebook asks', async () => {
    const { handle, source } = await open({ source: 'ab\ncd' });
    handle().focus({ line: 2, column: 2 });
    await user.press('x');
    handle().focus('start');
    await user.press('y');
    handle().focus('end');
    await user.press('z');
    expect(source()).toBe('yab\ncxdz');
  });

  it('bring a place far down into view', async () => {
    const lines = Array.from({ length: 200 }, (_, line) => `line(${line + 1});`);
    const { handle, find, source } = await open({ source: lines.join('\n') });
    handle().focus('start');
    handle().focus({ line: 150, column: 1 });
    await pass(100);
    const { top } = find('#cell-source').getBoundingClientRect();
    const { lineHeight } = getComputedStyle(find('#cell-source'));
    const wanted = top + 150 * Number.parseFloat(lineHeight);
    expect(wanted).toBeGreaterThan(0);
    expect(wanted).toBeLessThan(innerHeight);
    await user.press('x');
    expect(source()).toContain('\nxline(150);');
  });

  it('run what may not be changed, and change nothing', async () => {
    const { commands, source } = await open({ source: 'a', readOnly: true });
    await user.press('b{Shift>}{Enter}{/Shift}');
    expect(commands).toEqual(['runAndAdvance']);
    expect(source()).toBe('a');
  });

  it('let the reader out with Escape and Tab', async () => {
    await open({ source: 'a' });
    await user.press('{Escape}{Tab}');
    expect(document.activeElement?.textContent).toBe('After');
  });

  it.each(['light', 'dark'] as const)('stand in an accessible page, %s', async (theme) => {
    useTheme(theme);
    const { root } = await open({
      source: '// prose\nconst a: number = f("x", 1);',
      diagnostics: [{ message: 'f is not defined', place: { line: 2, column: 19 } }],
    });
    await expectAccessible(root);
  });
});

describe('CodeMirror', () => {
  it('indents with Tab', async () => {
    await page.viewport(1440, 900);
    const { content, source } = await showEditor({ source: 'a' });
    await user.focus(await content());
    await user.press('{Tab}');
    expect(source()).toBe('  a');
    await user.press('{Shift>}{Tab}{/Shift}');
    expect(source()).toBe('a');
  });

  it('wraps prose and not code, also when the language changes', async () => {
    await page.viewport(1440, 900);
    const { root, content, update } = await showEditor({ source: '**long** '.repeat(60) });
    const exchanged = await content();
    expect(exchanged.classList).not.toContain('cm-lineWrapping');
    await update({ language: 'markdown' });
    expect(exchanged.classList).toContain('cm-lineWrapping');
    const bold = await until(() =>
      [...root.querySelectorAll('.cm-line span')].find(({ textContent }) => textContent === 'long'),
    );
    expect(getComputedStyle(bold).fontWeight).toBe('600');
  });
});

describe('what is wrong', () => {
  const wrong = [
    { message: 'serviceRat is not defined', place: { line: 2, column: 13 } },
    { message: 'The cell was stopped' },
  ];
  const source = 'const a = 1;\nconst rho = serviceRat / 2;';

  it('is underlined where it is, said in words, and shown on hover and at the caret', async () => {
    await page.viewport(1440, 900);
    const { root, content, handle, find } = await showEditor({ source, diagnostics: wrong });
    const exchanged = await content();
    const marks = [...root.querySelectorAll('.cm-problem')];
    expect(marks.map(({ textContent }) => textContent)).toEqual(['serviceRat']);
    expect(marks[0]?.closest('.cm-line')).toBe(root.querySelectorAll('.cm-line')[1]);
    expect(exchanged.getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(exchanged.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe('Line 2, column 13: serviceRat is not definedThe cell was stopped');
    await user.hover(find('.cm-problem'));
    const tip = await until(() => root.querySelector('.cm-problem-tip'));
    expect(tip.textContent).toBe('serviceRat is not defined');
    handle().focus({ line: 2, column: 13 });
    await until(() => root.querySelectorAll('.cm-problem-tip').length === 1);
    await expectAccessible(root);
  });

  it('goes when the reader types, and comes back when it is said anew', async () => {
    await page.viewport(1440, 900);
    const { root, content, update } = await showEditor({ source, diagnostics: wrong });
    const exchanged = await content();
    await user.focus(exchanged);
    await user.press('x');
    expect(root.querySelector('.cm-problem')).toBeNull();
    expect(exchanged.getAttribute('aria-invalid')).toBe('false');
    await update({ diagnostics: [...wrong] });
    expect(root.querySelector('.cm-problem')).toBeNull();
    await update({ diagnostics: wrong.map((one) => ({ ...one })) });
    expect(root.querySelector('.cm-problem')?.textContent).toBe('serviceRat');
  });

  it('at the end of a line or of the text has something to underline', async () => {
    await page.viewport(1440, 900);
    const ends = [
      { message: 'Unexpected end', place: { line: 1, column: 4 } },
      { message: 'Unexpected end', place: { line: 2, column: 9 } },
    ];
    const { root, content } = await showEditor({ source: 'f(1\ng(2', diagnostics: ends });
    await content();
    expect([...root.querySelectorAll('.cm-problem')].map(({ textContent }) => textContent)).toEqual([
      '1',
      '2',
    ]);
  });
});

describe('help while writing', () => {
  const write = async (keys: string, names: readonly string[] = []) => {
    await page.viewport(1440, 900);
    const shown = await showEditor({ names });
    await user.focus(await shown.content());
    await pass(100); // the grammar
    await user.press(keys);
    return shown;
  };
  const options = (root: HTMLElement) =>
    [...root.querySelectorAll('.cm-completionLabel')].map(({ textContent }) => textContent);
  const chosenInfo = (root: HTMLElement) => until(() => root.querySelector('.cm-completionInfo'));

  /** CodeMirror takes no choice in the moment in which the list opens. */
  const settle = () => pass(100);

  it('lists a call with its comment and inserts it', async () => {
    const { root, source } = await write('stats.quan');
    await until(() => options(root).includes('quantile'));
    expect(options(root)[0]).toBe('quantile');
    const info = await chosenInfo(root);
    expect(info.textContent).toContain('quantile(values: ArrayLike<number>, p: number');
    expect(info.textContent).toContain('Sample quantile for p in [0, 1].');
    expect(info.textContent).toContain('stats.quantile(times, 0.95);');
    await expectAccessible(root);
    await settle();
    await user.press('{Enter}');
    expect(source()).toBe('stats.quantile');
  });

  it.each([
    ['engine.', ['queueing', 'simulate', 'stats']],
    ['engine.queueing.mm', ['mm1', 'mmc', 'mmck']],
    ['simulate.poiss', ['poisson']],
    ['plot.', ['bars', 'histogram', 'line', 'rule']],
    ['input.', ['range']],
    ['check', ['checkClose', 'checkTrue']],
    ['soft', ['softmax']],
    ['queue', ['queueing']],
  ])('after “%s” knows %s', async (text, expected) => {
    const { root } = await write(text);
    await until(() => options(root).includes(expected[0] ?? ''));
    expect(options(root)).toEqual(expect.arrayContaining(expected));
  });

  it('knows the names of this cell and of the others', async () => {
    const { root } = await write('const baseline = 1;{Enter}bas', ['baseRate']);
    await until(() => options(root).length === 2);
    expect(options(root).sort()).toEqual(['baseRate', 'baseline']);
  });

  it.each(["'stats.qu", '// stats.qu', 'run(.stats.qu', 'const qu', 'queueing.mm1({{ pri'])(
    'is silent after “%s”',
    async (text) => {
      const { root } = await write(text);
      await pass(600);
      expect(options(root)).toEqual([]);
    },
  );

  it('does not take Enter from a name that is complete, or from a word of the language', async () => {
    const { root, source } = await write('els', ['rows', 'rowsByDay']);
    await pass(600);
    expect(options(root)).toEqual([]);
    await user.press('e{Enter}rows');
    await pass(400);
    await user.press('{Enter}1');
    expect(source()).toBe('else\nrows\n1');
  });

  it('closes the list with Escape before it leaves, and runs past it', async () => {
    const { root, commands } = await write('stats.quan');
    await until(() => options(root).length > 0);
    await settle();
    await user.press('{ArrowDown}');
    await user.press('{Escape}');
    expect(commands).toEqual([]);
    expect(options(root)).toEqual([]);
    await user.press('t');
    await until(() => options(root).length > 0);
    await user.press('{Control>}{Enter}{/Control}');
    expect(commands).toEqual(['run']);
    expect(options(root)).toEqual([]);
  });

  it('shows how a call is made while its arguments are written', async () => {
    const { root } = await write('queueing.mm1(');
    const tip = await until(() => root.querySelector('.cm-signature'));
    expect(tip.textContent).toBe(
      'mm1({ arrivalRate, serviceRate }: { arrivalRate: number; serviceRate: number }): MarkovMeasures',
    );
    await user.press('Math.max(1, ');
    expect(root.querySelector('.cm-signature')).toBeNull();
    await user.press(')');
    expect(root.querySelector('.cm-signature')).not.toBeNull();
    await user.press(')');
    expect(root.querySelector('.cm-signature')).toBeNull();
  });
});
