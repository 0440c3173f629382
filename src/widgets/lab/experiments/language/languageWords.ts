import type { LanguageRun } from '../../../../store/languageRun.ts';

/** What to keep in mind when reading a run, in a few words each; the gravest first. */
export function languageBadges({ stamp, isolated, piece, warmUp, drift }: LanguageRun): readonly string[] {
  return [
    stamp.adapter?.fallback ? 'software adapter, not comparable' : '',
    isolated ? '' : '1 thread (not isolated)',
    piece === null ? '' : `prompts read in pieces of ${piece}`,
    stamp.threadsRunning < stamp.threadsAsked
      ? `${stamp.threadsRunning} of ${stamp.threadsAsked} threads ran`
      : '',
    warmUp.kind === 'none' ? 'no steady state found' : '',
    drift.flagged ? 'the machine changed meanwhile' : '',
  ].filter(Boolean);
}
