/** Newline and the 95 printable characters of ASCII, in the order of their ids. */
export const vocabulary = `\n${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}`;

export const layers = 4;
export const width = 128;
export const heads = 4;
export const keyValueHeads = 2;
export const headSize = width / heads;
export const keyValueWidth = keyValueHeads * headSize;
/** Width between the two halves of a layer's feed-forward part. */
export const inner = 256;
/** Most tokens that the model reads: its position tables end there. */
export const context = 256;

/** A layer's keys or values; `length` names the axis of tokens. */
export const cacheShape = (length: string): (string | number)[] => ['batch', keyValueHeads, length, headSize];
