import type { Dash, Tone } from '../../chart/index.ts';

const tones: readonly Tone[] = ['measured', 'accent', 'cost', 'number'];
const dashes: readonly Dash[] = ['solid', 'long', 'short', 'dot'];

/** Colour and dash of the measurement at this place among those shown. */
export const toneAt = (index: number): Tone => tones[index % tones.length] ?? 'measured';
export const dashAt = (index: number): Dash => dashes[index % dashes.length] ?? 'solid';

/** The name in the pictures; the batch size and time tell apart what would otherwise be called the same. */
export function shortName(name: string, others: readonly string[], createdAt: string): string {
  return others.filter((other) => other === name).length > 1 ? `${name} (${createdAt.slice(11, 19)})` : name;
}
