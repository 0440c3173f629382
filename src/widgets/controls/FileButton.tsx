import { useRef } from 'react';
import { Button } from './Button.tsx';

/**
 * A button that lets the reader choose one file.
 *
 *     <FileButton accept=".json,application/json" onFile={(file) => read(file)}>Import</FileButton>
 */
export interface FileButtonProps {
  readonly children: string;
  /** File endings and media types, as the browser's dialog wants them. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly disabled?: boolean;
}

export function FileButton({ children, accept, onFile, disabled = false }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const read = () => {
    const file = input.current?.files?.[0];
    if (!file || !input.current) return;
    // Choosing the same file again must count as a choice.
    input.current.value = '';
    onFile(file);
  };
  return (
    <>
      <input ref={input} type="file" accept={accept} hidden aria-label={children} onChange={read} />
      <Button onClick={() => input.current?.click()} disabled={disabled}>
        {children}
      </Button>
    </>
  );
}
