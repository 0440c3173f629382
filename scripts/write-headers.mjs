import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tool.mjs';
import { frameScript, policyHash } from './vite/sandboxBundle.ts';

// npm run headers: carries a change of headers.mjs, or of the script in sandbox.html, into public/_headers and
// docs/hosting.md.

const { code } = await frameScript();
writeFileSync(
  join(root, 'scripts', 'sandboxHash.mjs'),
  `// Written by npm run headers: the hash of the script in sandbox.html. The build fails when it is another.
export const frameHash = '${policyHash(code)}';
`,
);

// Only now: the headers hold the hash.
const { headersFile } = await import('./headers.mjs');
const { withSnippets } = await import('./snippets.mjs');
const hosting = join(root, 'docs', 'hosting.md');
writeFileSync(join(root, 'public', '_headers'), headersFile);
writeFileSync(hosting, withSnippets(readFileSync(hosting, 'utf8')));
console.log('Wrote the hash of the sandbox, public/_headers and the snippets of docs/hosting.md.');
