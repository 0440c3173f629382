import { createServer } from 'node:http';
import sirv from 'sirv';
import { headersFor } from './headers.mjs';

/** Types that sirv's table lacks; with `nosniff` an unnamed type would be a guess that nobody makes. */
const types = /** @type {const} */ ([[/\.onnx$/, 'application/octet-stream']]);

/** @param {string} path  URL path */
const cacheControl = (path) =>
  path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/**
 * The middleware's answer to one request: the headers that Goodput ships with, then the file or a plain 404.
 * @param {string} dir
 * @returns {import('node:http').RequestListener}
 */
function siteHandler(dir) {
  const files = sirv(dir, { etag: true, gzip: true, brotli: true });
  return (request, response) => {
    const path = (request.url ?? '/').replace(/[?#].*$/, '');
    for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    for (const [pattern, type] of types) if (pattern.test(path)) response.setHeader('Content-Type', type);
    response.setHeader('Cache-Control', cacheControl(path));
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(`Nothing is at ${path}.\n`);
    });
  };
}

/**
 * Serves the handler below a folder of the site, as a host with sub-paths does.
 * @param {string} base  '/' or '/some/folder/'
 * @param {import('node:http').RequestListener} handler
 * @returns {import('node:http').RequestListener}
 */
const below = (base, handler) => (request, response) => {
  const url = request.url ?? '/';
  if (!url.startsWith(base)) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`The site is at ${base}.\n`);
    return;
  }
  request.url = url.slice(base.length - 1);
  handler(request, response);
};

/**
 * Listens on 127.0.0.1 at the first free port from `port` on; 0 lets the system choose.
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && port !== 0 && port < 65_535) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/**
 * Serves a built site with the headers of headers.mjs. The list of files is read once, at the start.
 * @param {{ dir: string, port?: number, base?: string }} options  port: first to try, 0 (default) for any
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ dir, port = 0, base = '/' }) {
  const server = createServer(below(base, siteHandler(dir)));
  const chosen = await listen(server, port);
  const close = () =>
    /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
    );
  return { url: `http://127.0.0.1:${chosen}${base}`, close };
}
