import { useRef, useState } from 'react';
import { type ModelFacts, ModelRefused } from './modelFacts.ts';
import { limits, readModelFacts } from './readModelFacts.ts';

/** What is known of the file that the reader chose. */
export type OwnFile =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly file: File }
  | { readonly status: 'ready'; readonly file: File; readonly facts: ModelFacts }
  | { readonly status: 'refused'; readonly file: File; readonly reason: string };

/** Reads a chosen file in the page; a second one takes the first one's place. */
export function useOwnFile(): readonly [OwnFile, (file: File) => Promise<void>] {
  const [state, setState] = useState<OwnFile>({ status: 'none' });
  const latest = useRef<File | null>(null);
  const read = async (file: File): Promise<void> => {
    latest.current = file;
    setState({ status: 'reading', file });
    const found = await inspect(file);
    if (latest.current === file) setState(found);
  };
  return [state, read];
}

const inspect = async (file: File): Promise<OwnFile> => {
  try {
    // The size is known before the bytes are in memory.
    const bytes = file.size > limits.fileBytes ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
    return { status: 'ready', file, facts: readModelFacts(bytes, file.size) };
  } catch (error) {
    const reason =
      error instanceof ModelRefused
        ? error.message
        : 'The file could not be read. It may have been moved, or changed since you chose it.';
    return { status: 'refused', file, reason };
  }
};
