import address from 'virtual:notebook-kernel';

let source: Promise<string> | undefined;

/** The kernel's script as text: the frame has no network to fetch it. Asked for once, and anew after a failure. */
export function kernelSource(): Promise<string> {
  source ??= fetchText(address);
  source.catch(() => {
    source = undefined;
  });
  return source;
}

async function fetchText(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok)
    throw new Error(`The notebook’s kernel could not be loaded: the server answered ${answer.status}.`);
  return answer.text();
}
