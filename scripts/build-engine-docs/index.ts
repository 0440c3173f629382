// Writes docs/engine.md: npx tsx scripts/build-engine-docs/index.ts
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { render } from './render.ts';
import { readSurface } from './surface.ts';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const text = render(readSurface(path('../../src/engine')));
writeFileSync(path('../../docs/engine.md'), text);
console.log(`docs/engine.md: ${text.length} characters`);
