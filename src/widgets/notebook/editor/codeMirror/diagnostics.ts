import { type EditorState, StateEffect, StateField, type TransactionSpec } from '@codemirror/state';
import { Decoration, EditorView, hoverTooltip, showTooltip, type Tooltip } from '@codemirror/view';
import type { CellDiagnostic } from '../form.ts';
import { offsetOf } from '../place.ts';

/** A diagnostic where it stands in the text. */
interface Problem {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

const setProblems = StateEffect.define<readonly Problem[]>();

const underline = Decoration.mark({ class: 'cm-problem' });

/**
 * Underlines the places that have a problem; the message shows on hover and while the caret is there. Any change of the
 * text takes all of them away, since they were about another text.
 */
export const problems = StateField.define<readonly Problem[]>({
  create: () => [],
  update(present, { effects, docChanged }) {
    const given = effects.find((effect) => effect.is(setProblems));
    return given?.is(setProblems) ? given.value : docChanged ? [] : present;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (present) =>
      Decoration.set(
        present.map(({ from, to }) => underline.range(from, to)),
        true,
      ),
    ),
    showTooltip.compute([field, 'selection'], (state) => tipAt(state, state.selection.main.head)),
    hoverTooltip(({ state }, position) => (isAtCaret(state, position) ? null : tipAt(state, position)), {
      hideOn: ({ selection }) => selection !== undefined,
    }),
  ],
});

/** Shows these diagnostics instead of what was shown. One without a place has nothing to underline. */
export function showDiagnostics(
  { doc }: EditorState,
  diagnostics: readonly CellDiagnostic[],
): TransactionSpec {
  const source = doc.toString();
  const found = diagnostics.flatMap(({ message, place }) =>
    place ? [{ message, ...wordAt(source, offsetOf(source, place)) }] : [],
  );
  return { effects: setProblems.of(found.filter(({ from, to }) => from < to)) };
}

/** The word that begins or goes on there, or else one character; at the end of a line, the one before. */
const wordAt = (source: string, offset: number): { from: number; to: number } => {
  const word = /^[\p{L}\p{N}_$]+/u.exec(source.slice(offset))?.[0];
  if (word) return { from: offset, to: offset + word.length };
  const ended = offset >= source.length || source[offset] === '\n';
  return ended ? { from: Math.max(0, offset - 1), to: offset } : { from: offset, to: offset + 1 };
};

const problemsAt = (state: EditorState, position: number): readonly Problem[] =>
  state.field(problems).filter(({ from, to }) => from <= position && position <= to);

/** The caret's own tip says it already. */
const isAtCaret = (state: EditorState, position: number): boolean =>
  problemsAt(state, position).some(({ from, to }) => {
    const { head } = state.selection.main;
    return from <= head && head <= to;
  });

const tipAt = (state: EditorState, position: number): Tooltip | null => {
  const [first, ...rest] = problemsAt(state, position);
  if (!first) return null;
  return {
    pos: first.from,
    end: first.to,
    above: true,
    create() {
      const dom = document.createElement('div');
      dom.className = 'cm-problem-tip';
      dom.textContent = [first, ...rest].map(({ message }) => message).join('\n');
      return { dom };
    },
  };
};
