/** Hands the reader a file. */
export function saveFile(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Hands the reader a text as a file. */
export function saveText(name: string, type: string, text: string): void {
  saveFile(new File([text], name, { type }));
}

/** “2025-03-09”, for file names. */
export const today = (): string => new Date().toISOString().slice(0, 10);
