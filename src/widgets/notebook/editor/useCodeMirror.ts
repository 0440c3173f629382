import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { loadQuietly } from '../../loading/loadQuietly.ts';
import { continued, type Draft, draftOf, type Handover } from './draft.ts';
import { whenQuiet } from './whenQuiet.ts';

/** CodeMirror pays where there is room for it or a mouse to hover with; a phone keeps the field that it knows best. */
const roomy = '(pointer: fine), (width >= 48rem)';

/** Loading begins when the editor is this far from the window's edge. */
const near = '400px 0px';

type RichEditor = typeof import('./codeMirror/RichEditor.tsx')['RichEditor'];

interface CodeMirrorForm {
  readonly RichEditor: RichEditor;
  readonly handover: Handover;
}

/**
 * Loads CodeMirror when the frame comes near the viewport and, once the reader pauses, says that it takes over and from
 * what. `typed` must hear of every change until then.
 */
export function useCodeMirror(frame: RefObject<HTMLElement | null>, source: string) {
  const [form, setForm] = useState<CodeMirrorForm>();
  const draft = useRef<Draft>({ start: source, changes: [] });

  const typed = useCallback((before: string, after: string) => {
    draft.current = continued(draftOf(draft.current, before), before, after, Date.now());
  }, []);

  useEffect(() => {
    const element = frame.current;
    if (!element || !matchMedia(roomy).matches) return;
    const ended = new AbortController();
    const load = async () => {
      const loaded = await loadQuietly(() => import('./codeMirror/RichEditor.tsx'));
      const field = element.querySelector('textarea');
      if (!loaded || !field || !(await whenQuiet(field, ended.signal))) return;
      const handover = handoverFrom(field, draft.current);
      setForm((present) => present ?? { RichEditor: loaded.RichEditor, handover });
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void load();
      },
      { rootMargin: near },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      ended.abort();
    };
  }, [frame]);

  return { form, typed };
}

const handoverFrom = (field: HTMLTextAreaElement, draft: Draft): Handover => {
  const { value, selectionStart: from, selectionEnd: to, selectionDirection, scrollLeft } = field;
  const backward = selectionDirection === 'backward';
  return {
    draft: draftOf(draft, value),
    selection: backward ? { anchor: to, head: from } : { anchor: from, head: to },
    scrollLeft,
    focused: field.ownerDocument.activeElement === field,
  };
};
