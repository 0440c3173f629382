/** An id that no cell of any notebook has; a plain host without https has no `randomUUID`. */
export function newCellId(): string {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  return `own/${(high ?? 0).toString(36)}${(low ?? 0).toString(36)}`;
}
