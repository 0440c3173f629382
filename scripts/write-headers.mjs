import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFile } from './headers.mjs';
import { withSnippets } from './snippets.mjs';
import { root } from './tool.mjs';

// npm run headers: carries a change of headers.mjs into public/_headers and docs/hosting.md.

const hosting = join(root, 'docs', 'hosting.md');
writeFileSync(join(root, 'public', '_headers'), headersFile);
writeFileSync(hosting, withSnippets(readFileSync(hosting, 'utf8')));
console.log('Wrote public/_headers and the snippets of docs/hosting.md.');
