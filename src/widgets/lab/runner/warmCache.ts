import type { Opened } from '../protocol.ts';

const startedRuntimes = new Set<string>();

/**
 * Notes that a runtime has started, and says whether it came from a warm cache: only its first start in a page is cold,
 * and not even that one where its file was already on this machine.
 */
export function noteStart({ runtime, fromCache }: Opened): boolean {
  const warm = fromCache || startedRuntimes.has(runtime);
  startedRuntimes.add(runtime);
  return warm;
}
