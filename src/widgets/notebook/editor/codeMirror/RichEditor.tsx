import { useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Handover } from '../draft.ts';
import type { EditorFormProps } from '../form.ts';
import { type CodeMirror, createCodeMirror } from './createCodeMirror.ts';

export interface RichEditorProps extends EditorFormProps {
  readonly names: readonly string[];
  /** What the plain field leaves; read once. */
  readonly handover: Handover;
}

/** The editor as CodeMirror; a chunk of its own. */
export function RichEditor(props: RichEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeMirror>(null);
  const first = useRef(props);

  useLayoutEffect(() => {
    if (!host.current) return;
    const made = createCodeMirror(host.current, first.current);
    editor.current = made;
    return () => made.destroy();
  }, []);

  useLayoutEffect(() => editor.current?.update(props));

  useImperativeHandle(
    props.ref,
    () => ({
      focus: (place) => editor.current?.focus(place),
    }),
    [],
  );

  return <div ref={host} />;
}
