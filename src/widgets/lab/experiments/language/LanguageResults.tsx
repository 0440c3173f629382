import { useMemo } from 'react';
import type { LanguageRun } from '../../../../store/languageRun.ts';
import { formatMs } from '../../formats.ts';
import { Explained } from '../Explained.tsx';
import styles from '../experiment.module.css';
import { BatchPanel } from './BatchPanel.tsx';
import { explainedNumbers } from './explainedNumbers.ts';
import { FirstTokenPanel } from './FirstTokenPanel.tsx';
import { GapsPanel } from './GapsPanel.tsx';
import { IdentityTable } from './IdentityTable.tsx';
import { LanguageOrigin } from './LanguageOrigin.tsx';
import { seriesNumbers } from './languageNumbers.ts';
import { languageBadges } from './languageWords.ts';
import { PositionPanel } from './PositionPanel.tsx';

/** What a run says of how a language model writes. */
export function LanguageResults({ run }: { readonly run: LanguageRun }) {
  const numbers = useMemo(() => seriesNumbers(run), [run]);
  const badges = languageBadges(run);
  const [first] = numbers;
  if (!first)
    return (
      <p className={styles.text}>The tab was hidden during every generation: nothing counts. Run again.</p>
    );
  return (
    <section aria-label="How fast it writes">
      <h2 className={styles.claim}>
        The first token after {formatMs(first.timeToFirstToken.value)}, each further one after{' '}
        {formatMs(first.timePerToken.value)}.
      </h2>
      <div className={styles.runLine}>
        <p>
          {run.name}, after a prompt of {first.promptTokens} tokens. {run.device},{' '}
          {new Date(run.createdAt).toLocaleString('en-GB')}.
        </p>
        {badges.length > 0 && (
          <ul className={styles.badges} aria-label="Keep in mind">
            {badges.map((badge) => (
              <li key={badge}>{badge}</li>
            ))}
          </ul>
        )}
      </div>
      {run.wholePrompt && (
        <p className={styles.text}>
          Prompts were read in pieces of at most {run.piece} tokens, and in a batch token by token after the
          first piece: read whole, the reference prompt came out wrong by{' '}
          {run.wholePrompt.maxAbsolute.toPrecision(2)} on this adapter. A right runtime would read prompts
          faster than the first picture shows.
        </p>
      )}
      <div className={styles.pictures}>
        <FirstTokenPanel run={run} />
        <PositionPanel run={run} />
        <BatchPanel run={run} />
        <GapsPanel run={run} />
      </div>
      <IdentityTable run={run} />
      <Explained numbers={explainedNumbers(run)} />
      <LanguageOrigin run={run} />
    </section>
  );
}
