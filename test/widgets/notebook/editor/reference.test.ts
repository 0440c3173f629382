import { folders } from 'virtual:engine-calls';
import { describe, expect, it } from 'vitest';
import * as engine from '../../../../src/engine/index.ts';
import type { CellOutput } from '../../../../src/engine/notebook/index.ts';
import { lookUp, referenceOf } from '../../../../src/widgets/notebook/editor/codeMirror/reference.ts';
import { cellVocabulary } from '../../../../src/widgets/notebook/editor/reference/vocabulary.ts';
import { createCellNames, vocabulary } from '../../../../src/widgets/notebook/kernel/vocabulary/cellNames.ts';
import { marks } from '../../../../src/widgets/notebook/kernel/vocabulary/plot/marks.ts';

const reference = referenceOf(folders);
const namesOf = (owner: string) => (reference.get(owner) ?? []).map(({ name }) => name).sort();
const ofPage = ['console', 'lab', 'widget'];

describe('the editor’s reference', () => {
  it('has every name that the kernel gives a cell, once', () => {
    expect(namesOf('')).toEqual([...vocabulary, ...ofPage].sort());
  });

  it('has their members', () => {
    expect(namesOf('plot')).toEqual(Object.keys(marks).sort());
    expect(namesOf('engine')).toEqual(Object.keys(engine).sort());
    for (const [folder, calls] of Object.entries(engine))
      expect(namesOf(folder), folder).toEqual(Object.keys(calls).sort());
    const { names, console: cellConsole } = cell();
    expect(namesOf('input')).toEqual(Object.keys(Object(names.input)));
    expect(namesOf('console')).toEqual(Object.keys(Object(cellConsole)).sort());
  });

  it('says the same of a call that two folders have', () => {
    expect(lookUp(reference, 'simulate', 'poisson')).toBe(lookUp(reference, 'random', 'poisson'));
    expect(lookUp(reference, '', 'psi')).toBe(lookUp(reference, 'drift', 'psi'));
  });
});

const written = Object.entries(cellVocabulary(() => undefined)).flatMap(([owner, entries]) =>
  entries.flatMap(({ name, example, prose }) => ({
    name: owner ? `${owner}.${name}` : name,
    example,
    prose,
  })),
);

describe('what the vocabulary says', () => {
  it.each(written)('$name is described', ({ prose }) => {
    expect(prose).toMatch(/\.$/);
  });

  it.each(written.filter(({ example }) => example))('the example of $name runs', async ({ example = '' }) => {
    const { names, outputs } = cell();
    const scope = { ...names, widget: undefined, lab: [] };
    const body = example.startsWith('const') ? example : `return (async () => { ${example} })()`;
    await new Function(...Object.keys(scope), `"use strict"; ${body}`)(...Object.values(scope));
    expect(outputs.filter((output) => output.kind === 'check' && !output.passed)).toEqual([]);
  });
});

function cell() {
  const outputs: CellOutput[] = [];
  const { names, console } = createCellNames({
    output: (output) => outputs.push(output),
    control: () => {},
    kept: new Map(),
  });
  return { names, console, outputs };
}
