// Writes public/models/ and the table in docs/models.md: npm run models
import { readFileSync, writeFileSync } from 'node:fs';
import { allModels, filesOf } from './allModels.ts';
import { modelTable } from './cards/modelTable.ts';

const root = new URL('../../', import.meta.url);
const models = await allModels();
for (const [name, content] of filesOf(models)) {
  writeFileSync(new URL(`public/models/${name}`, root), content);
  console.log(`public/models/${name}: ${content.length} bytes`);
}

const page = new URL('docs/models.md', root);
const table = modelTable(models.built.map(({ card }) => card));
const between = /(?<=<!-- npm run models -->)[\s\S]*?(?=<!-- end -->)/;
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(between, () => `\n${table}\n`),
);
