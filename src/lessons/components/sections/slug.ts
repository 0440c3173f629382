/** A heading's words as an id: “Why it bends” → “why-it-bends”. */
export function slug(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
