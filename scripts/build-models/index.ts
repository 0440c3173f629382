// Writes public/models/: npm run models
import { writeFileSync } from 'node:fs';
import { allFiles } from './allFiles.ts';

const folder = new URL('../../public/models/', import.meta.url);
for (const [name, content] of await allFiles()) {
  writeFileSync(new URL(name, folder), content);
  console.log(`public/models/${name}: ${content.length} bytes`);
}
