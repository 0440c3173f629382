import { type DragEvent, useState } from 'react';
import { FileButton } from '../../../controls/index.ts';
import styles from './own.module.css';
import type { OwnFile } from './useOwnFile.ts';

interface FilePickerProps {
  readonly chosen: OwnFile;
  readonly locked: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file, with a button for those who would rather choose it. */
export function FilePicker({ chosen, locked, onFile }: FilePickerProps) {
  const [over, setOver] = useState(false);
  const allow = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !locked) onFile(file);
  };
  return (
    <section
      className={styles.picker}
      aria-label="Model file"
      data-over={over || undefined}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className={styles.prompt}>
        {chosen.status === 'none' ? 'Drop an .onnx file here' : chosen.file.name}
      </p>
      <FileButton accept=".onnx,application/octet-stream" onFile={onFile} disabled={locked}>
        {chosen.status === 'none' ? 'Choose a file' : 'Choose another file'}
      </FileButton>
      <p className={styles.small}>
        It is read in this page and sent nowhere. Up to 512 MB, weights inside; files in ORT format (.ort) are
        not read.
      </p>
      <p className={styles.state} role="status">
        {chosen.status === 'reading' && 'Reading the file'}
      </p>
      {chosen.status === 'refused' && (
        <p className={styles.refused} role="alert">
          {chosen.reason} Nothing was run; choose another file.
        </p>
      )}
    </section>
  );
}
