/** What a key asks of the notebook around an editor. */
export type EditorCommand = 'runAndAdvance' | 'run' | 'runAndInsert' | 'leave' | 'previous' | 'next';

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

export interface Caret {
  readonly source: string;
  /** Ends of the selection; equal for a mere caret. */
  readonly from: number;
  readonly to: number;
  /** Lines are broken where they meet the edge, so that one line of the source may be several on the screen. */
  readonly wrapped: boolean;
}

/** The one key map of both forms of the editor: the notebook's command for a key, or none if it is for the text. */
export function commandFor(key: Key, caret: Caret): EditorCommand | undefined {
  if (key.isComposing) return undefined;
  const control = key.ctrlKey || key.metaKey;
  switch (key.key) {
    case 'Enter':
      if (key.shiftKey) return control || key.altKey ? undefined : 'runAndAdvance';
      if (control) return key.altKey ? undefined : 'run';
      return key.altKey ? 'runAndInsert' : undefined;
    case 'Escape':
      return control || key.shiftKey || key.altKey ? undefined : 'leave';
    case 'ArrowUp':
      return plain(key) && atTop(caret) ? 'previous' : undefined;
    case 'ArrowDown':
      return plain(key) && atBottom(caret) ? 'next' : undefined;
    default:
      return undefined;
  }
}

const plain = (key: Key): boolean => !(key.ctrlKey || key.metaKey || key.shiftKey || key.altKey);

/*
 * Where lines wrap only the very ends of the text leave it. From elsewhere in the first line on the screen the arrow
 * first takes the caret to the end, as it does in every text field.
 */
const atTop = ({ source, from, to, wrapped }: Caret): boolean =>
  from === to && !source.slice(0, from).includes('\n') && (!wrapped || from === 0);

const atBottom = ({ source, from, to, wrapped }: Caret): boolean =>
  from === to && !source.slice(to).includes('\n') && (!wrapped || to === source.length);
