/*
 * Between kernel and page go strings: a string is data and nothing else, its length is what the frame counts, and
 * taking one costs the receiver nothing until it chooses to read it. JSON, with the numbers that JSON lacks.
 */

const lacking = ['NaN', 'Infinity', '-Infinity', '-0'];

/** Data as one string. Numbers that JSON does not know stand as `{"#": "NaN"}`. */
export function encodeMessage(message: unknown): string {
  return JSON.stringify(message, (_key, value: unknown) => {
    if (typeof value !== 'number') return value;
    if (Object.is(value, -0)) return { '#': '-0' };
    return Number.isFinite(value) ? value : { '#': String(value) };
  });
}

/** What `encodeMessage` was given, as far as JSON holds it. Throws a SyntaxError on what is no JSON. */
export function decodeMessage(text: string): unknown {
  if (!text.includes('{"#":')) return JSON.parse(text); // a reviver costs five times as much
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('#' in value)) return value;
    const name = value['#'];
    return typeof name === 'string' && lacking.includes(name) ? Number(name) : value;
  });
}
