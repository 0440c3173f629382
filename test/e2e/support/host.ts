import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { siteAddress } from './addresses.ts';

type Headers = IncomingHttpHeaders;

/** The answer's headers without those that isolate a page. */
export function withoutIsolation(_path: string, headers: Headers): Headers {
  const {
    'cross-origin-opener-policy': _opener,
    'cross-origin-embedder-policy': _embedder,
    'cross-origin-resource-policy': _resource,
    ...rest
  } = headers;
  return rest;
}

export interface Host {
  /** What becomes of the headers of an answer. */
  readonly headers?: (path: string, headers: Headers) => Headers;
  /** Paths that are answered with the start page and status 200, as hosts with a fallback do. */
  readonly html?: RegExp;
  /** Paths of files that were not uploaded. */
  readonly missing?: RegExp;
}

/** The served build behind a host with a fault. */
export async function hostThat({ headers = (_, same) => same, html, missing }: Host) {
  const server = createServer((incoming, outgoing) => {
    const path = (incoming.url ?? '/').replace(/\?.*$/, '');
    if (missing?.test(path)) return outgoing.writeHead(404, headers(path, {})).end();
    const target = new URL(html?.test(path) ? '/' : path, siteAddress());
    httpRequest(
      target,
      { method: incoming.method, headers: { ...incoming.headers, host: target.host } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, headers(path, answer.headers));
        answer.pipe(outgoing);
      },
    ).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The host has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
