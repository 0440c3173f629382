import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { changeBetween } from '../change.ts';
import type { CellEditorHandle } from '../form.ts';
import { offsetOf } from '../place.ts';
import { sameElements } from '../sameElements.ts';
import { adoptStyles } from './adoptStyles.ts';
import { commandKeys } from './commandKeys.ts';
import { showDiagnostics } from './diagnostics.ts';
import { editing } from './editing.ts';
import { languageSupport } from './language.ts';
import { otherNames } from './names.ts';
import type { RichEditorProps } from './RichEditor.tsx';
import { typeAgain } from './typeAgain.ts';

/** A CodeMirror editor that follows the properties of its React component. */
export interface CodeMirror extends CellEditorHandle {
  update(props: RichEditorProps): void;
  destroy(): void;
}

/** Marks a change that came from outside, of which the notebook knows already. */
const outside = Annotation.define<boolean>();

/** Makes the editor in an empty element, as the plain field was left. */
export function createCodeMirror(host: HTMLElement, first: RichEditorProps): CodeMirror {
  adoptStyles(host.ownerDocument);
  let props = first;
  let alive = true;
  const settings = new Compartment();
  const language = new Compartment();

  const hear = EditorView.updateListener.of(({ docChanged, transactions, state }) => {
    if (docChanged && !transactions.some((transaction) => transaction.annotation(outside)))
      props.onChange(state.doc.toString());
  });
  const view = new EditorView({
    parent: host,
    state: typeAgain(first.handover, [
      commandKeys(
        (command) => props.onCommand(command),
        () => props.language === 'markdown',
      ),
      settings.of(settingsFor(first)),
      language.of([]),
      editing,
      hear,
    ]),
  });
  const speak = async () => {
    const { language: wanted } = props;
    const support = await languageSupport(wanted);
    if (alive && props.language === wanted) view.dispatch({ effects: language.reconfigure(support) });
  };

  void speak();
  view.dispatch(showDiagnostics(view.state, first.diagnostics));
  view.scrollDOM.scrollLeft = first.handover.scrollLeft;
  if (first.handover.focused) view.focus();

  return {
    update(next) {
      const before = props;
      props = next;
      if (next.source !== before.source) follow(view, next.source);
      if (settingNames.some((name) => next[name] !== before[name]) || !sameElements(next.names, before.names))
        view.dispatch({ effects: settings.reconfigure(settingsFor(next)) });
      if (next.language !== before.language) void speak();
      if (next.diagnostics !== before.diagnostics)
        view.dispatch(showDiagnostics(view.state, next.diagnostics));
    },
    focus(place) {
      view.focus();
      if (place === undefined) return;
      const { length } = view.state.doc;
      const at =
        place === 'start' ? 0 : place === 'end' ? length : offsetOf(view.state.doc.toString(), place);
      view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
    },
    destroy() {
      alive = false;
      view.destroy();
    },
  };
}

const settingNames = ['id', 'label', 'language', 'readOnly', 'describedBy'] as const;

const settingsFor = ({ id, label, language, readOnly, describedBy, names }: RichEditorProps): Extension => [
  EditorState.readOnly.of(readOnly),
  otherNames.of(names),
  language === 'markdown' ? EditorView.lineWrapping : [],
  EditorView.contentAttributes.of({
    id,
    'aria-label': label,
    'aria-invalid': String(describedBy !== undefined),
    ...(describedBy !== undefined && { 'aria-describedby': describedBy }),
    ...(readOnly && { 'aria-readonly': 'true' }),
    spellcheck: String(language === 'markdown'),
  }),
];

/** A source that the notebook has set, as by a reset; what the reader typed before can be had back with undo. */
const follow = (view: EditorView, source: string): void => {
  const present = view.state.doc.toString();
  if (source !== present)
    view.dispatch({ changes: changeBetween(present, source), annotations: outside.of(true) });
};
