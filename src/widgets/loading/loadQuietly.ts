let loading = 0;

/** A part that the page can do without: undefined where it cannot be loaded. */
export async function loadQuietly<Part>(load: () => Promise<Part>): Promise<Part | undefined> {
  loading++;
  try {
    return await load();
  } catch {
    return undefined;
  } finally {
    loading--;
  }
}

/** Whether a chunk that is missing now is one to do without, rather than a reason to load the page anew. */
export function isLoadingQuietly(): boolean {
  return loading > 0;
}
