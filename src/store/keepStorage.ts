let asked = false;

/** The first text that the reader writes is a reason to ask the browser not to clear this site's data by itself. */
export function askToKeepStorage(): void {
  if (asked) return;
  asked = true;
  // Where it is missing or refused, nothing is worse than before.
  navigator.storage?.persist?.().catch(() => undefined);
}
