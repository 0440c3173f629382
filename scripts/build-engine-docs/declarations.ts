import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** One exported thing of a module, as its source says it. */
export interface Declaration {
  name: string;
  kind: 'call' | 'class' | 'value' | 'type';
  /** Source text without bodies, comments of fields included. */
  signature: string;
  /** The comment above it, without its examples. */
  prose: string;
  /** Code of its `@example` blocks. */
  examples: string[];
}

type Statement = ReturnType<typeof parseSync>['program']['body'][number];
type Exported = NonNullable<Extract<Statement, { type: 'ExportNamedDeclaration' }>['declaration']>;

/** The exported declarations of a TypeScript file, by name; the overloads of a function are one. */
export function readDeclarations(file: string): Map<string, Declaration> {
  const source = readFileSync(file, 'utf8');
  const { program, comments, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found = new Map<string, Declaration>();
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) continue;
    const comment = comments.findLast(
      ({ type, value, end }) =>
        type === 'Block' &&
        value.startsWith('*') &&
        end <= statement.start &&
        source.slice(end, statement.start).trim() === '',
    );
    const { prose, examples } = readComment(comment?.value ?? '');
    for (const { name, kind, signature, overload } of describe(source, statement.declaration)) {
      const earlier = found.get(name);
      if (!earlier) found.set(name, { name, kind, signature, prose, examples });
      else if (overload) earlier.signature += `\n${signature}`; // the implementation behind overloads is not for callers
    }
  }
  return found;
}

interface Described {
  name: string;
  kind: Declaration['kind'];
  signature: string;
  overload?: boolean;
}

const describe = (source: string, declaration: Exported): Described[] => {
  const text = (start: number, end: number) => source.slice(start, end).trim().replace(/;$/, '');
  switch (declaration.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction': {
      const end = declaration.body?.start ?? declaration.end;
      return [
        {
          name: declaration.id?.name ?? '',
          kind: 'call',
          signature: text(declaration.start, end),
          overload: !declaration.body,
        },
      ];
    }
    case 'VariableDeclaration':
      return declaration.declarations.flatMap(({ id, init, start, end }): Described[] => {
        if (id.type !== 'Identifier') return [];
        if (init?.type !== 'ArrowFunctionExpression')
          return [{ name: id.name, kind: 'value', signature: `const ${text(start, end)}` }];
        const parameters = text(init.start, init.body.start).replace(/\s*=>$/, '');
        return [{ name: id.name, kind: 'call', signature: `function ${id.name}${parameters}` }];
      });
    case 'ClassDeclaration':
      return [
        { name: declaration.id?.name ?? '', kind: 'class', signature: classSignature(source, declaration) },
      ];
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [
        { name: declaration.id.name, kind: 'type', signature: text(declaration.start, declaration.end) },
      ];
    default:
      return [];
  }
};

/** The public members of a class, each with the comment above it. */
const classSignature = (
  source: string,
  declaration: Extract<Exported, { body: { type: 'ClassBody' } }>,
): string => {
  const head = source.slice(declaration.start, declaration.body.start).trim();
  let last = declaration.body.start + 1;
  const members = declaration.body.body.flatMap((member) => {
    const lead = source.slice(last, member.start).match(/\/\*\*[\s\S]*?\*\/(?=\s*$)/)?.[0];
    last = member.end;
    if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return [];
    if (member.accessibility === 'private' || member.key.type === 'PrivateIdentifier') return [];
    const end = member.type === 'MethodDefinition' ? (member.value.body?.start ?? member.end) : member.end;
    const signature = source.slice(member.start, end).trim().replace(/;?$/, ';');
    return [`${lead ? `  ${lead}\n` : ''}  ${signature}`];
  });
  return `${head} {\n${members.join('\n')}\n}`;
};

const readComment = (comment: string): { prose: string; examples: string[] } => {
  const lines = comment
    .replace(/^\*/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
  const [prose = '', ...examples] = lines.join('\n').split(/^@example *\n?/m);
  return { prose: prose.trim(), examples: examples.map((code) => code.trim()) };
};
