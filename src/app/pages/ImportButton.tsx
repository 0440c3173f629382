import { useRef } from 'react';
import { Button } from '../../widgets/controls/index.ts';

interface Props {
  readonly children: string;
  /** Gets the text of the chosen file. */
  readonly onText: (text: string) => void;
  readonly disabled?: boolean;
}

/** Lets the reader choose one JSON file. */
export function ImportButton({ children, onText, disabled = false }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const read = async () => {
    const file = input.current?.files?.[0];
    if (!file || !input.current) return;
    // Choosing the same file again must count as a choice.
    input.current.value = '';
    onText(await file.text());
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={children}
        onChange={read}
      />
      <Button onClick={() => input.current?.click()} disabled={disabled}>
        {children}
      </Button>
    </>
  );
}
