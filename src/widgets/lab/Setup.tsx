import { useEffect, useState } from 'react';
import { Button, ChoiceControl } from '../controls/index.ts';
import { choice } from '../frame/parameters.ts';
import { graphicsOffer, type Offer, offersAtOnce } from './capabilities.ts';
import styles from './setup.module.css';
import type { Choices } from './useLabRun.ts';

const batchChoice = choice({
  label: 'Batch size (rows in one inference)',
  options: { 1: '1', 8: '8', 64: '64', 256: '256' },
  default: '64',
  help: 'More rows make one inference longer and each row cheaper.',
});

const timeChoice = choice({
  label: 'Longest sampling time for each row',
  options: { 3: '3 s', 10: '10 s', 30: '30 s' },
  default: '10',
  help: 'Sampling ends earlier once the median is known to ±2 %.',
});

interface SetupProps {
  readonly running: boolean;
  readonly onRun: (choices: Choices) => void;
  readonly onCancel: () => void;
}

/** Which rows to run, how large and how long. */
export function Setup({ running, onRun, onCancel }: SetupProps) {
  const [offers, setOffers] = useState<readonly Offer[]>(offersAtOnce);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState(batchChoice.default);
  const [seconds, setSeconds] = useState(timeChoice.default);
  const asked = offers.some(({ state }) => state === 'pending');
  useEffect(() => {
    let here = true;
    if (!asked) return;
    graphicsOffer().then((found) => {
      if (here) setOffers((known) => known.map((offer) => (offer.state === 'pending' ? found : offer)));
    });
    return () => {
      here = false;
    };
  }, [asked]);

  const targets = offers
    .filter(({ state, target }) => state === 'available' && !refused.has(target.id))
    .map(({ target }) => target);
  const toggle = (id: string, on: boolean) => {
    const next = new Set(refused);
    if (on) next.delete(id);
    else next.add(id);
    setRefused(next);
  };
  const start = () => onRun({ targets, batch: Number(batch), timeLimitMs: 1000 * Number(seconds) });

  return (
    <section className={styles.setup} aria-label="What to measure">
      <fieldset className={styles.rows} disabled={running}>
        <legend className={styles.legend}>Run on</legend>
        {offers.map((offer) => (
          <OfferRow
            key={offer.target.id}
            offer={offer}
            checked={offer.state === 'available' && !refused.has(offer.target.id)}
            onChange={(on) => toggle(offer.target.id, on)}
          />
        ))}
      </fieldset>
      <div className={styles.side}>
        <ChoiceControl parameter={batchChoice} value={batch} onChange={setBatch} locked={running} />
        <ChoiceControl parameter={timeChoice} value={seconds} onChange={setSeconds} locked={running} />
        <div className={styles.actions}>
          {running ? (
            <Button icon="close" onClick={onCancel}>
              Cancel
            </Button>
          ) : (
            <Button kind="primary" icon="play" onClick={start} disabled={targets.length === 0}>
              Run
            </Button>
          )}
          <p className={styles.cost}>
            Loads ONNX Runtime from this site: 14 MB for WASM, 27 MB for WebGPU before compression.
          </p>
        </div>
      </div>
    </section>
  );
}

interface OfferRowProps {
  readonly offer: Offer;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function OfferRow({ offer, checked, onChange }: OfferRowProps) {
  const { target, state, note, badge } = offer;
  const id = `offer-${target.id}`;
  return (
    <div className={styles.row} data-state={state}>
      <input
        id={id}
        type="checkbox"
        className={styles.box}
        checked={checked}
        disabled={state !== 'available'}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id} className={styles.name}>
        {target.name}
        {state === 'absent' && <span className={styles.absent}>not available</span>}
        {badge && <span className={styles.badge}>{badge}</span>}
      </label>
      <p id={`${id}-note`} className={styles.note}>
        {note}
      </p>
    </div>
  );
}
