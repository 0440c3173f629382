import type { RunRecord } from './record.ts';

export type Cause = 'input' | 'config' | 'environment';

export interface ReplayReport {
  /** Same causes, and the same result where both records hold one. */
  reproduced: boolean;
  /** Which of u, c and e differ. */
  differs: Cause[];
  /** Undefined when a record holds no result. */
  sameResult?: boolean;
  /** The finding in one sentence. */
  sentence: string;
}

/**
 * Compares a record with one made again, and says which of u (input), c (config) and e (environment) differs.
 *
 * @example
 * const first = record.record({ input: { load: 0.8 }, config: { seed: 1 }, environment: {} });
 * const second = record.record({ input: { load: 0.8 }, config: { seed: 2 }, environment: {} });
 * record.replay(first, second).sentence;
 */
export function replay(
  original: Pick<RunRecord, 'fingerprints'>,
  again: Pick<RunRecord, 'fingerprints'>,
): ReplayReport {
  const a = original.fingerprints;
  const b = again.fingerprints;
  const causes: Cause[] = ['input', 'config', 'environment'];
  const differs = causes.filter((cause) => a[cause] !== b[cause]);
  const sameResult = a.result !== undefined && b.result !== undefined ? a.result === b.result : undefined;
  const reproduced = differs.length === 0 && sameResult !== false;
  return { reproduced, differs, sameResult, sentence: sentence(differs, sameResult) };
}

const symbols: Record<Cause, string> = {
  input: 'input u',
  config: 'configuration c',
  environment: 'environment e',
};

const sentence = (differs: readonly Cause[], sameResult: boolean | undefined): string => {
  const causes = differs.map((cause) => symbols[cause]).join(' and ');
  if (differs.length > 0 && sameResult === true) return `The result is the same, although ${causes} differ.`;
  if (differs.length > 0) return `Not the same run: ${causes} ${differs.length > 1 ? 'differ' : 'differs'}.`;
  if (sameResult === false) {
    return 'Input, configuration and environment agree and the result does not: something unrecorded takes part.';
  }
  return sameResult
    ? 'Reproduced: the same causes gave the same result.'
    : 'The same input, configuration and environment.';
};
