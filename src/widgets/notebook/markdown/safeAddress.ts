/** An address that may stand in a reader's text: a page, a letter, or a place in this application; else none. */
export function safeAddress(address: string): string | undefined {
  return /^(https?:\/\/|mailto:|#)/i.test(address) ? address : undefined;
}
