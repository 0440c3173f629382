// Writes public/models/: npm run models
import { writeFileSync } from 'node:fs';
import { buildAddition } from './buildAddition.ts';
import { buildMlp } from './buildMlp.ts';

const folder = new URL('../../public/models/', import.meta.url);
const mlp = buildMlp();
const files: [string, Uint8Array | string][] = [
  ['mlp.onnx', mlp.bytes],
  ['mlp.json', `${JSON.stringify(mlp.card, null, 2)}\n`],
  ['addition.onnx', buildAddition()],
];
for (const [name, content] of files) {
  writeFileSync(new URL(name, folder), content);
  console.log(`public/models/${name}: ${content.length} bytes`);
}
