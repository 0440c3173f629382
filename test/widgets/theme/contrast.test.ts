import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import '../../../src/widgets/theme/tokens.css';

const grounds = ['--page', '--surface', '--raised'];
const names = tokenNames();
const words = names.filter((name) =>
  /^--(symbol-.+-text|code-.+|ink|ink-soft|ink-faint|accent|(good|warn|bad)-text)$/.test(name),
);
const marks = names.filter((name) =>
  /^--(symbol-(?!.*-text$).+|layer-.+|good|warn|bad|rule-strong|focus|accent)$/.test(name),
);
const pairs = [
  ['--good-text', '--good-soft'],
  ['--warn-text', '--warn-soft'],
  ['--bad-text', '--bad-soft'],
  ['--accent', '--accent-soft'],
  ['--ink', '--accent-soft'],
  ['--on-accent', '--accent'],
] as const;

it('finds the tokens that it judges', () => {
  expect(words).toHaveLength(7 + 6 + 3 + 1 + 3);
  expect(marks).toHaveLength(7 + 4 + 3 + 1 + 2);
});

it('computes a contrast as WCAG defines it', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 10);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  expect(contrast([255, 255, 255], [119, 119, 119])).toBeCloseTo(4.48, 2);
});

describe.each(['light', 'dark'])('in the %s theme', (theme) => {
  beforeEach(() => {
    document.documentElement.dataset.theme = theme;
  });
  afterEach(() => {
    delete document.documentElement.dataset.theme;
  });

  it('is that theme', () => {
    const [ink, page] = [luminance(colorOf('--ink')), luminance(colorOf('--page'))];
    expect(ink < page).toBe(theme === 'light');
  });

  it.each(words)('%s can be read on every ground', (name) => {
    for (const ground of grounds) expect(between(name, ground), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('%s can be seen on every ground', (name) => {
    for (const ground of grounds) expect(between(name, ground), ground).toBeGreaterThanOrEqual(3);
  });

  it.each(pairs)('%s can be read on %s', (name, ground) => {
    expect(between(name, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

type Rgb = readonly [number, number, number];

/** Every colour token that the style sheet declares. */
function tokenNames(): readonly string[] {
  const found = new Set<string>();
  const read = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (rule instanceof CSSLayerBlockRule) read(rule.cssRules);
      if (!(rule instanceof CSSStyleRule) || rule.selectorText !== ':root') continue;
      for (const name of rule.style) {
        if (rule.style.getPropertyValue(name).includes('light-dark(')) found.add(name);
      }
    }
  };
  for (const sheet of document.styleSheets) read(sheet.cssRules);
  return [...found];
}

function between(name: string, ground: string): number {
  return contrast(colorOf(name), colorOf(ground));
}

function colorOf(name: string): Rgb {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  const [red, green, blue] = (/^rgb\((\d+), (\d+), (\d+)\)$/.exec(color) ?? []).slice(1).map(Number);
  if (red === undefined || green === undefined || blue === undefined) {
    throw new Error(`${name} is no opaque colour: ${color}`);
  }
  return [red, green, blue];
}

/** (L₁ + 0.05) / (L₂ + 0.05), the lighter colour above: WCAG 2.2, “contrast ratio”. */
function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((left, right) => right - left);
  return (high! + 0.05) / (low! + 0.05);
}

/** WCAG 2.2, “relative luminance”. */
function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
