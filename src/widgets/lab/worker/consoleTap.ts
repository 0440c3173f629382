// ONNX Runtime writes its profile with console.log and binds that function when it loads. So this stands in its
// place before the runtime is imported, and passes everything on except while a profile is being read.
// biome-ignore lint/suspicious/noConsole: the runtime's profile has no other way out.
const pass = globalThis.console.log.bind(globalThis.console);
let captured: string[] | null = null;

globalThis.console.log = (...parts: unknown[]) => {
  if (captured) captured.push(parts.map(String).join(' '));
  else pass(...parts);
};

/** Everything that `work` writes with console.log, instead of writing it. */
export async function captureLog(work: () => Promise<void> | void): Promise<string[]> {
  const lines: string[] = [];
  captured = lines;
  try {
    await work();
  } finally {
    captured = null;
  }
  return lines;
}
