import { describe, expect, it } from 'vitest';
import type { CellOutput, NotebookSection } from '../../../src/engine/notebook/index.ts';
import { demoIds, loadDemo, loadDemos } from '../../../src/lessons/notebookSections.ts';
import { printed } from '../notebook/kernel/printed.ts';
import { startKernel } from '../notebook/kernel/support.ts';

/** All demos under "Run all", in the sandbox in which readers run them. */
const run = async (sections: readonly NotebookSection[]) => {
  const { run: runCells, define, outputs, finished } = startKernel({ timeLimitMs: 60_000 });
  const code = sections.flatMap(({ id: scope, cells }) =>
    cells.flatMap((cell) => (cell.kind === 'code' ? [{ ...cell, scope }] : [])),
  );
  await define(
    Object.fromEntries(code.map(({ id, scope, language, source }) => [id, { scope, language, source }])),
  );
  await runCells(...code.map(({ id }) => id));
  return code.map(({ id, scope }) => ({
    id,
    scope,
    status: finished(id)?.status,
    outputs: outputs(id),
  }));
};

const checksOf = (outputs: readonly CellOutput[]) => outputs.filter(({ kind }) => kind === 'check');

describe('the demos', () => {
  it('all pass under “Run all”, each with a check and with a chart or a decision', async () => {
    const cells = await run(await loadDemos());
    for (const { id, status, outputs } of cells) {
      expect([id, status, outputs.filter(({ kind }) => kind === 'error')]).toEqual([id, 'ok', []]);
    }
    expect(new Set(cells.map(({ scope }) => scope))).toEqual(new Set(demoIds));
    const said = (lesson: string) =>
      cells.filter(({ scope }) => scope === lesson).flatMap(({ outputs }) => outputs);
    for (const lesson of demoIds) {
      expect([lesson, checksOf(said(lesson)).length]).not.toEqual([lesson, 0]);
      const ends = said(lesson).filter(({ kind }) => kind === 'plot' || kind === 'text');
      expect([lesson, ends.length]).not.toEqual([lesson, 0]);
      expect(printed(said(lesson))).not.toMatch(/NaN|undefined/);
    }
    const figures: Record<string, RegExp> = {
      '1.1': /PASS edges = nodes − 1/,
      '1.2': /1,?090/,
      '1.3': /0\.022[\s\S]*0\.002/,
      '1.4': /0\.121194/,
      '1.5': /53\.5[\s\S]*148\.5/,
      '2.1': /PASS [^\n]*two[^\n]*escalate/,
    };
    const rotation = Object.values(figures);
    const lineup = [
      '1.1 2.2 3.3 4.4 5.5',
      '1.2 2.3 3.4 4.5',
      '1.3 2.4 3.5 5.1',
      '1.4 2.5 4.1 5.2',
      '1.5 3.1 4.2 5.3',
      '2.1 3.2 4.3 5.4',
    ];
    for (const [place, lessons] of lineup.entries()) {
      for (const lesson of lessons.split(' ')) {
        expect(printed(said(lesson)), lesson).toMatch(rotation[place] ?? /$^/);
      }
    }
  });

  it('names the demos there are when asked for another', async () => {
    await expect(loadDemo('9.9')).rejects.toThrow(/unknown demo: 9\.9 \(one of .*2\.4/);
  });
});
