/** A number as people type it: a comma or a point, a real minus, spaces around it. Undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}
