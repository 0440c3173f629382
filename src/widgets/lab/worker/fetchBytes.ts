import { LabFailure } from '../failures.ts';

/** The bytes behind a URL, how long they took, and whether they came without network transfer. */
export interface Fetched {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly milliseconds: number;
  readonly fromCache: boolean;
}

/**
 * Fetches a runtime or model file, and refuses an HTML page in its place: hosts that answer every missing path
 * with index.html and status 200 would otherwise end in a riddle inside the runtime.
 */
export async function fetchBytes(url: string): Promise<Fetched> {
  const start = performance.now();
  let response: Response;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    response = await fetch(url);
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new LabFailure('fetch-failed', `${url}: ${String(cause)}`);
  }
  if (!response.ok) throw new LabFailure('fetch-failed', `${url}: status ${response.status}`);
  if (response.headers.get('content-type')?.includes('text/html') || bytes[0] === lessThan)
    throw new LabFailure('html-instead', url);
  const milliseconds = performance.now() - start;
  const entry = performance.getEntriesByName(url).at(-1);
  const fromCache = entry instanceof PerformanceResourceTiming && entry.transferSize === 0;
  return { bytes, milliseconds, fromCache };
}

/** The bytes of a file of the reader's own: read where it lies, sent nowhere. */
export async function readFile(file: File): Promise<Fetched> {
  const start = performance.now();
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { bytes, milliseconds: performance.now() - start, fromCache: false };
  } catch (cause) {
    throw new LabFailure('file-unreadable', String(cause));
  }
}

const lessThan = 0x3c;
