import { frameHash } from './sandboxHash.mjs';

/**
 * The content policy of sandbox.html, where notebook cells run: its one script by its hash, workers and cells from
 * blobs, and not a single address. Workers inherit it. The page carries it in a `<meta>` too, for hosts that send no
 * headers.
 * @param {string} [hash]  of the frame's script, as `'sha256-…'` without quotes
 */
export const sandboxMetaPolicy = (hash = frameHash) =>
  [
    "default-src 'none'",
    `script-src '${hash}' blob:`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/**
 * As a header it also says what a `<meta>` cannot: an opaque origin however the page is opened, and who may frame it.
 * @param {string} [hash]
 */
export const sandboxPolicy = (hash) =>
  `${sandboxMetaPolicy(hash)}; sandbox allow-scripts; frame-ancestors 'self'`;
