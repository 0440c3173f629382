import { embedHeaders, sandboxHeaders, siteHeaders } from './headers.mjs';

// The headers of headers.mjs in the words of the common servers. docs/hosting.md holds them between markers.

const policyName = 'Content-Security-Policy';
const { [policyName]: sitePolicy, ...shared } = siteHeaders;
const embedPolicy = embedHeaders[policyName];
const sandboxPolicy = sandboxHeaders[policyName];
const forever = 'public, max-age=31536000, immutable';

/** @param {Record<string, string>} headers @param {string} indent @param {(name: string, value: string) => string} line */
const lines = (headers, indent, line) =>
  Object.entries(headers)
    .map(([name, value]) => indent + line(name, value))
    .join('\n');

// nginx forgets the headers of the outer block as soon as an inner one adds its own: each location has them all.
// “always” is for errors too, and only caching is not: nobody may keep a 404 for a year.
const nginxHeaders = (/** @type {Record<string, string>} */ headers) =>
  lines(headers, '    ', (name, value) => {
    const when = name === 'Cache-Control' ? '' : ' always';
    return `add_header ${name} "${value}"${when};`;
  });

const nginx = `server {
  listen 80;
  root /srv/goodput;  # the contents of dist/
  gzip_static on;     # the build wrote .gz files beside its own

  include /etc/nginx/mime.types;
  types {
    text/javascript mjs;
    application/octet-stream onnx;
  }

  location / {
    try_files $uri $uri/ =404;
${nginxHeaders({ ...shared, [policyName]: sitePolicy, 'Cache-Control': 'no-cache' })}
  }

  location = /embed.html {
${nginxHeaders({ ...shared, [policyName]: embedPolicy, 'Cache-Control': 'no-cache' })}
  }

  location = /sandbox.html {
${nginxHeaders({ ...shared, [policyName]: sandboxPolicy, 'Cache-Control': 'no-cache' })}
  }

  location /assets/ {
    try_files $uri =404;
${nginxHeaders({ ...shared, [policyName]: sitePolicy, 'Cache-Control': forever })}
  }
}`;

const caddyHeader = (/** @type {string} */ name, /** @type {string} */ value) => `${name} "${value}"`;

const caddy = `goodput.example.org {
  root * /srv/goodput

  header {
${lines(shared, '    ', caddyHeader)}
  }

  @embed path /embed.html
  @sandbox path /sandbox.html
  @others not path /embed.html /sandbox.html
  header @embed ${caddyHeader(policyName, embedPolicy)}
  header @sandbox ${caddyHeader(policyName, sandboxPolicy)}
  header @others ${caddyHeader(policyName, sitePolicy)}

  @assets path /assets/*
  @changing not path /assets/*
  header @assets ${caddyHeader('Cache-Control', forever)}
  header @changing ${caddyHeader('Cache-Control', 'no-cache')}

  file_server {
    precompressed br gzip
  }

  handle_errors {
    header Cache-Control "no-store"
    respond "{err.status_code} {err.status_text}"
  }
}`;

/** Snippets by the name in their markers. */
export const snippets = { nginx, caddy };

const marked = (/** @type {string} */ name) =>
  new RegExp(`(<!-- ${name}: begin -->\n\`\`\`\\w*\n)[^]*?(\n\`\`\`\n<!-- ${name}: end -->)`);

/**
 * A text with every snippet brought up to date between its markers.
 * @param {string} text
 */
export function withSnippets(text) {
  let result = text;
  for (const [name, snippet] of Object.entries(snippets)) {
    if (!marked(name).test(result)) throw new Error(`The markers of the ${name} snippet are missing.`);
    result = result.replace(marked(name), (_, begin, end) => begin + snippet + end);
  }
  return result;
}
