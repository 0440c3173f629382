import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of somebody else's: it writes down whoever knocks. */
export interface Listener {
  readonly address: string;
  /** Paths that were asked for. */
  readonly seen: string[];
  /** How often somebody connected, be it without a request. */
  connections(): number;
  close(): Promise<void>;
}

/** Listens on a free port. `pages` are answered with their text, everything else with an empty script. */
export async function startListener(pages: Readonly<Record<string, string>> = {}): Promise<Listener> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/[?#].*$/, '');
    seen.push(path);
    const page = pages[path];
    const type = page?.startsWith('<') ? 'text/html' : 'text/javascript';
    response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' }).end(page ?? '');
  });
  server.on('upgrade', (request, socket) => {
    seen.push(request.url ?? '');
    socket.destroy();
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${port}`, seen, connections: () => connections, close };
}
