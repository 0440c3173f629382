/*
 * Keys as people know them from Jupyter. In command mode the cell itself has the focus and single letters are
 * commands; Enter goes into the editor, Escape comes back.
 */

/** What a key asks of the cell that has the focus, or of the notebook. */
export type KeyCommand =
  | 'edit'
  | 'previous'
  | 'next'
  | 'run'
  | 'runAndAdvance'
  | 'runAndInsert'
  | 'insertAbove'
  | 'insertBelow'
  | 'remove'
  | 'undo'
  | 'redo'
  | 'moveUp'
  | 'moveDown'
  | 'toCode'
  | 'toMarkdown'
  | 'stop'
  | 'restart'
  | 'help'
  /** From the editor: to the cell itself, or into the editor above or below. */
  | 'leave'
  | 'editPrevious'
  | 'editNext';

export interface PressedKey {
  readonly key: string;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly control: boolean;
}

/** A first letter that waits for its second: `d` `d`, `i` `i`, `0` `0`. */
export type Waiting = 'd' | 'i' | '0' | undefined;

/** Command and next state for a key in command mode; a key that means nothing gives no command. */
export function commandFor(
  pressed: PressedKey,
  waiting: Waiting,
): { readonly command: KeyCommand | undefined; readonly waiting: Waiting } {
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  const twice = doubled[key];
  if (twice && plain(pressed)) {
    return waiting === key
      ? { command: twice, waiting: undefined }
      : { command: undefined, waiting: isWaiting(key) };
  }
  return { command: single(key, pressed), waiting: undefined };
}

const doubled: Readonly<Record<string, KeyCommand>> = { d: 'remove', i: 'stop', '0': 'restart' };

const letters: Readonly<Record<string, KeyCommand>> = {
  Enter: 'edit',
  ArrowUp: 'previous',
  ArrowDown: 'next',
  k: 'previous',
  j: 'next',
  a: 'insertAbove',
  b: 'insertBelow',
  m: 'toMarkdown',
  y: 'toCode',
  z: 'undo',
  h: 'help',
  '?': 'help',
};

function single(key: string, pressed: PressedKey): KeyCommand | undefined {
  if (key === 'Enter' && pressed.shift) return 'runAndAdvance';
  if (key === 'Enter' && pressed.control) return 'run';
  if (key === 'Enter' && pressed.alt) return 'runAndInsert';
  if (key === 'ArrowUp' && pressed.alt) return 'moveUp';
  if (key === 'ArrowDown' && pressed.alt) return 'moveDown';
  if (key === 'z' && pressed.shift && !pressed.control && !pressed.alt) return 'redo';
  if (key === '?') return 'help';
  return plain(pressed) ? letters[key] : undefined;
}

const plain = ({ shift, alt, control }: PressedKey): boolean => !shift && !alt && !control;

function isWaiting(key: string): Waiting {
  return key === 'd' || key === 'i' || key === '0' ? key : undefined;
}

/** The help sheet: what the keys do, in the order in which a reader meets them. */
export const keySheet: readonly {
  readonly mode: 'both' | 'command' | 'edit';
  readonly keys: string;
  readonly does: string;
}[] = [
  { mode: 'both', keys: 'Shift+Enter', does: 'run the cell and go to the next' },
  { mode: 'both', keys: 'Ctrl+Enter or ⌘+Enter', does: 'run the cell and stay' },
  { mode: 'both', keys: 'Alt+Enter', does: 'run the cell and add one below' },
  { mode: 'edit', keys: 'Escape', does: 'leave the editor; the cell has the focus' },
  { mode: 'edit', keys: 'Tab', does: 'indent; Escape and then Tab moves on instead' },
  { mode: 'command', keys: 'Enter', does: 'edit the cell' },
  { mode: 'command', keys: '↑ ↓ or K J', does: 'go to the cell above or below' },
  { mode: 'command', keys: 'A, B', does: 'add a cell above or below' },
  { mode: 'command', keys: 'D D', does: 'delete the cell' },
  { mode: 'command', keys: 'Z, Shift+Z', does: 'undo, redo what was done to cells' },
  { mode: 'command', keys: 'Alt+↑, Alt+↓', does: 'move the cell' },
  { mode: 'command', keys: 'M, Y', does: 'make it Markdown or code' },
  { mode: 'command', keys: 'I I', does: 'stop what runs' },
  { mode: 'command', keys: '0 0', does: 'restart: forget all values' },
  { mode: 'command', keys: 'H', does: 'this sheet' },
];
