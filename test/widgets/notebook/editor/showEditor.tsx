import { act, type Ref, useState } from 'react';
import {
  CellEditor,
  type CellEditorHandle,
  type CellEditorProps,
  type EditorCommand,
} from '../../../../src/widgets/notebook/editor/CellEditor.tsx';
import { show } from '../../support/show.tsx';

type Given = Partial<Omit<CellEditorProps, 'ref' | 'onChange' | 'onCommand'>>;

/** An editor as a notebook uses it: the source is kept outside. */
export async function showEditor(given: Given = {}) {
  const commands: EditorCommand[] = [];
  let handle: CellEditorHandle | null = null;
  let present = given.source ?? '';
  let set: (source: string) => void = () => {};
  const ref: Ref<CellEditorHandle> = (made) => {
    handle = made;
  };

  function Cell(props: Given) {
    const [source, setSource] = useState(present);
    present = source;
    set = setSource;
    return (
      <main>
        <h1>Notebook</h1>
        <CellEditor
          id="cell"
          label="Source of cell 1"
          language="ts"
          {...props}
          source={source}
          ref={ref}
          onChange={setSource}
          onCommand={(command) => commands.push(command)}
        />
        <button type="button">After</button>
      </main>
    );
  }

  const page = await show(<Cell {...given} />);
  return {
    ...page,
    commands,
    source: () => present,
    setSource: (source: string) => act(async () => set(source)),
    update: (next: Given) => page.draw(<Cell {...given} {...next} />),
    handle: () => {
      if (!handle) throw new Error('the editor has no handle');
      return handle;
    },
    /** Waits until CodeMirror has taken over. */
    content: () => until(() => page.root.querySelector<HTMLElement>('.cm-content')),
  };
}

/** Waits, outside React's hands, for something to come. */
export async function until<Thing>(look: () => Thing | null | undefined | false): Promise<Thing> {
  for (let waited = 0; waited < 15_000; waited += 40) {
    const thing = look();
    if (thing) return thing;
    await pass(40);
  }
  throw new Error(`it did not come: ${look}`);
}

/** Lets time pass, and React do what falls due. */
export const pass = (milliseconds: number) =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));
