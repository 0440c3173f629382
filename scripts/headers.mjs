import { sandboxPolicy } from './sandboxPolicy.mjs';

/**
 * The response headers that Goodput ships with, in one place: the local server sends them, the build writes
 * them into `_headers`, and docs/hosting.md repeats them for nginx and Caddy (a test compares).
 *
 * COOP + COEP make the page cross-origin isolated (WASM threads, 5 µs timer). CORP and CORS are open because
 * every file is public and `embed.html` is meant to stand in other people's pages. The policy allows no inline
 * script, no eval and no foreign host; 'wasm-unsafe-eval' is what ONNX Runtime needs to compile its module.
 */
const policy = (/** @type {string} */ ancestors) =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

const shared = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/** Headers of every file but the embed page and the sandbox. */
export const siteHeaders = { ...shared, 'Content-Security-Policy': policy("'self'") };

/** Headers of `embed.html`, which any page may frame. */
export const embedHeaders = { ...shared, 'Content-Security-Policy': policy('*') };

/** Headers of `sandbox.html`, in which notebook cells run. */
export const sandboxHeaders = { ...shared, 'Content-Security-Policy': sandboxPolicy() };

/** @param {string} path  URL path @returns {Record<string, string>} */
export const headersFor = (path) => {
  if (/\/sandbox(\.html)?$/.test(path)) return sandboxHeaders;
  return /\/embed(\.html)?$/.test(path) ? embedHeaders : siteHeaders;
};

const block = (/** @type {Record<string, string>} */ headers) =>
  Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}`)
    .join('\n');

/**
 * The `_headers` file that Netlify, Cloudflare Pages and others read. Where two rules name one header such hosts
 * join the values, so no path meets two policies. `/embed`,
 * `/sandbox`: Cloudflare serves pages without their `.html`.
 */
export const headersFile = `/*
${block({ ...shared })}

/
${block({ 'Content-Security-Policy': siteHeaders['Content-Security-Policy'] })}

/index.html
${block({ 'Content-Security-Policy': siteHeaders['Content-Security-Policy'] })}

/embed.html
${block({ 'Content-Security-Policy': embedHeaders['Content-Security-Policy'] })}

/embed
${block({ 'Content-Security-Policy': embedHeaders['Content-Security-Policy'] })}

/sandbox.html
${block({ 'Content-Security-Policy': sandboxHeaders['Content-Security-Policy'] })}

/sandbox
${block({ 'Content-Security-Policy': sandboxHeaders['Content-Security-Policy'] })}

/assets/*
${block({ 'Cache-Control': 'public, max-age=31536000, immutable', 'Content-Security-Policy': siteHeaders['Content-Security-Policy'] })}
`;
