/**
 * A part that the page can do without: undefined where it cannot be loaded. The page answers a missing chunk by loading
 * itself anew; here it must not hear of it.
 */
export async function loadQuietly<Part>(load: () => Promise<Part>): Promise<Part | undefined> {
  const keep = (event: Event) => event.stopImmediatePropagation();
  addEventListener('vite:preloadError', keep, { capture: true });
  try {
    return await load();
  } catch {
    return undefined;
  } finally {
    removeEventListener('vite:preloadError', keep, { capture: true });
  }
}
