import type { Declaration } from './declarations.ts';
import { runExample } from './examples.ts';
import { introduction, scripting } from './prose.ts';
import type { Folder } from './surface.ts';

/** docs/engine.md from the public surface. Runs every example. */
export function render(folders: readonly Folder[]): string {
  const parts = [introduction, contents(folders), scripting, ...folders.map(folderSection)];
  return `${parts.join('\n\n')}\n`;
}

const contents = (folders: readonly Folder[]): string =>
  [
    '| folder | calls |',
    '|---|---|',
    ...folders.map((folder) => {
      const calls = folder.declarations
        .filter(({ kind }) => kind !== 'type')
        .map(({ name }) => `[${name}](#${anchor(folder.name, name)})`);
      return `| [${folder.name}](#${folder.name}) | ${calls.join(' · ')} |`;
    }),
  ].join('\n');

/** As GitHub makes it from “folder.name”. */
const anchor = (folder: string, name: string): string => `${folder}${name}`.toLowerCase();

const folderSection = ({ name, declarations, passedOn }: Folder): string => {
  const calls = declarations.filter(({ kind }) => kind !== 'type');
  const types = declarations.filter(({ kind }) => kind === 'type');
  return [
    `## ${name}`,
    ...(passedOn.length > 0 ? [passedOnSection(passedOn)] : []),
    ...calls.map((declaration) => callSection(name, declaration)),
    ...(types.length > 0 ? [typesSection(name, types)] : []),
  ].join('\n\n');
};

const passedOnSection = (passedOn: Folder['passedOn']): string => {
  const links = passedOn.map(({ name, folder }) => `[${name}](#${anchor(folder, name)})`);
  return `Also here, from their own folders: ${links.join(' · ')}.`;
};

const callSection = (folder: string, { name, signature, prose, examples }: Declaration): string =>
  [
    `### ${folder}.${name}`,
    fence(signature),
    ...(prose ? [escapeMarkdown(prose)] : []),
    ...examples.map((code) => fence(runExample(code))),
  ].join('\n\n');

const typesSection = (folder: string, types: readonly Declaration[]): string => {
  const texts = types.map(
    ({ signature, prose }) => (prose ? `/** ${prose.replaceAll('\n', '\n * ')} */\n` : '') + signature,
  );
  return `<details>\n<summary>The types of ${folder}</summary>\n\n${fence(texts.join('\n\n'))}\n\n</details>`;
};

const fence = (code: string): string => `\`\`\`ts\n${code}\n\`\`\``;

/** Prose is plain text: what Markdown would read as markup stays what it is. Code in backticks is left alone. */
const escapeMarkdown = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part, i) =>
      i % 2 === 1 ? part : part.replace(/([*_<>|])/g, '\\$1').replace(/^(\s*)([-+#])/gm, '$1\\$2'),
    )
    .join('');
