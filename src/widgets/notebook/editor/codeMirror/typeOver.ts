import { EditorView } from '@codemirror/view';

/**
 * Text typed over a selection is put in by CodeMirror itself. Left to the browser, the new text takes on the look of what
 * it replaces by an inline style, which the site's policy forbids and which is thrown away at once anyway.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main, ranges } = view.state.selection;
    const { inputType, data } = event;
    if (inputType !== 'insertText' || !data || event.isComposing || view.state.readOnly) return false;
    if (main.empty || ranges.length > 1) return false;
    event.preventDefault();
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true });
    // Brackets close and surround here as they do for text that the browser puts in.
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, main.from, main.to, data, insert))) view.dispatch(insert());
    return true;
  },
});
