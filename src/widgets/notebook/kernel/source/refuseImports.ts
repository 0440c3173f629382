import type { parseJavaScript } from '@observablehq/notebook-kit';
import { simple } from 'acorn-walk';
import { placeAt } from './placeAt.ts';
import { SourceError } from './syntaxError.ts';

/** Throws where a cell wants code or an address from elsewhere: there is no network, and `engine` is in scope. */
export function refuseImports(body: ReturnType<typeof parseJavaScript>['body'], code: string) {
  const refuse = ({ start }: { start: number }) => {
    throw new SourceError(
      'Cells cannot import: they have no network. Everything of the engine is in scope, as `engine` and by folder.',
      placeAt(code, start),
    );
  };
  simple(body, { ImportDeclaration: refuse, ImportExpression: refuse, MetaProperty: refuseMeta });

  function refuseMeta(node: { start: number; meta: { name: string } }) {
    if (node.meta.name === 'import')
      throw new SourceError('A cell is no module: it has no `import.meta`.', placeAt(code, node.start));
  }
}
