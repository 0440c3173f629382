import type { SymbolRole } from '../frame/parameters.ts';

/**
 * What a mark stands for, hence its colour: a symbol's role, one of the three layers (formula, simulation,
 * measured) and the pinned run, a verdict, or plain ink. Components never name a colour, only a tone.
 *
 *     <Line points={points} tone="sojourn" />
 *     <path style={{ stroke: markColor('bad') }} />  <text style={{ fill: textColor('bad') }} />
 */
export type Tone =
  | SymbolRole
  | 'formula'
  | 'simulation'
  | 'measured'
  | 'pinned'
  | 'good'
  | 'warn'
  | 'bad'
  | 'ink'
  | 'soft'
  | 'faint'
  | 'accent';

/** [marks at ≥ 3:1, words at ≥ 4.5:1] */
const tokens: Readonly<Record<Tone, readonly [mark: string, text: string]>> = {
  'arrival-rate': ['--symbol-arrival-rate', '--symbol-arrival-rate-text'],
  'service-rate': ['--symbol-service-rate', '--symbol-service-rate-text'],
  utilization: ['--symbol-utilization', '--symbol-utilization-text'],
  sojourn: ['--symbol-sojourn', '--symbol-sojourn-text'],
  number: ['--symbol-number', '--symbol-number-text'],
  cost: ['--symbol-cost', '--symbol-cost-text'],
  neutral: ['--symbol-neutral', '--symbol-neutral-text'],
  formula: ['--layer-formula', '--ink'],
  simulation: ['--layer-simulation', '--symbol-arrival-rate-text'],
  measured: ['--layer-measured', '--symbol-service-rate-text'],
  pinned: ['--layer-pinned', '--ink-faint'],
  good: ['--good', '--good-text'],
  warn: ['--warn', '--warn-text'],
  bad: ['--bad', '--bad-text'],
  ink: ['--ink', '--ink'],
  soft: ['--ink-soft', '--ink-soft'],
  faint: ['--rule-strong', '--ink-faint'],
  accent: ['--accent', '--accent'],
};

/** Colour of lines, areas and dots. */
export function markColor(tone: Tone): string {
  return `var(${tokens[tone][0]})`;
}

/** Colour of words and numbers. */
export function textColor(tone: Tone): string {
  return `var(${tokens[tone][1]})`;
}
