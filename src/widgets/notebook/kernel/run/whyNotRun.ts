import type { RuntimeError } from '@observablehq/runtime';
import type { CellError } from '../../../../engine/notebook/index.ts';
import { SourceError } from '../source/syntaxError.ts';
import { type Cell, declarersOf } from './cell.ts';

type Reason = { status: 'failed'; error: CellError } | { status: 'skipped'; text: string };

/** Why the runtime did not run a cell, in plain words. */
export function whyNotRun(cell: Cell, { message, input }: RuntimeError): Reason {
  const fail = (text: string): Reason => ({
    status: 'failed',
    error: { name: 'RuntimeError', message: text, place: placeOf(cell, input) },
  });
  if (input === undefined) return fail(message === circular ? circularText : message);
  if (declarersOf(cell.scope, input).length > 1) return fail(`${input} is defined more than once`);
  if (cell.scope.owners.has(input))
    return { status: 'skipped', text: `Not run: \`${input}\` comes from a cell that did not run through.` };
  return fail(`${input} is not defined`);
}

const circular = 'circular definition';
const circularText =
  'Circular definition: this cell uses a name of a cell that, in the end, uses a name of this one.';

const placeOf = ({ analysis }: Cell, name: string | undefined) =>
  name === undefined || analysis instanceof SourceError ? undefined : analysis.uses.get(name);
