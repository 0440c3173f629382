import { applyChange, type Change, changeBetween } from './change.ts';

/** How a text was typed before CodeMirror took over, so that its undo goes back all the way. */
export interface Draft {
  readonly start: string;
  readonly changes: readonly (Change & { readonly at: number })[];
}

export interface Selection {
  readonly anchor: number;
  readonly head: number;
}

/** What one form of the editor hands to the next. */
export interface Handover {
  readonly draft: Draft;
  readonly selection: Selection;
  readonly scrollLeft: number;
  readonly focused: boolean;
}

/** The draft after the text has become another. */
export function continued(draft: Draft, before: string, after: string, at: number): Draft {
  return { start: draft.start, changes: [...draft.changes, { ...changeBetween(before, after), at }] };
}

/** The draft, if it still leads to the text; otherwise, as after a reset from outside, the text without a past. */
export function draftOf(draft: Draft, source: string): Draft {
  const end = draft.changes.reduce(applyChange, draft.start);
  return end === source ? draft : { start: source, changes: [] };
}
