/** The times of one generation, in milliseconds. */
export interface DecodingTimes {
  /** From the start to the first token: the prompt is read in it. */
  readonly timeToFirstToken: number;
  /** (t_last − t_first)/(n − 1): what each further token costs. */
  readonly timePerToken: number;
  /** From the start to the last token: timeToFirstToken + (n − 1) · timePerToken. */
  readonly endToEnd: number;
  /** From each token to the next, in order: n − 1 of them. */
  readonly gaps: readonly number[];
}

/**
 * Reads the times of a generation off the moments at which its tokens were there.
 *
 * The time per token leaves out the first one, which waits for the whole prompt; n in place of n − 1, or the whole
 * time in place of t_last − t_first, would mix the two. Source: the definitions of vLLM's and NVIDIA's benchmarks.
 *
 * @param tokenMs  when each token was there, in milliseconds after the start, increasing
 * @throws RangeError with fewer than two tokens
 */
export function decodingTimes(tokenMs: readonly number[]): DecodingTimes {
  const [first, last] = [tokenMs[0], tokenMs.at(-1)];
  if (first === undefined || last === undefined || tokenMs.length < 2)
    throw new RangeError(`A time per token needs two tokens at least, got ${tokenMs.length}.`);
  return {
    timeToFirstToken: first,
    timePerToken: (last - first) / (tokenMs.length - 1),
    endToEnd: last,
    gaps: tokenMs.slice(1).map((time, index) => time - (tokenMs[index] ?? time)),
  };
}
