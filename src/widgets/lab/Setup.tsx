import { type ReactNode, useEffect, useState } from 'react';
import { Button, ChoiceControl } from '../controls/index.ts';
import { type ChoiceParameter, choice } from '../frame/parameters.ts';
import { graphicsOffer, type Offer, offersAtOnce } from './capabilities.ts';
import type { Target } from './runner/plan.ts';
import styles from './setup.module.css';

const timeChoice = choice({
  label: 'Longest sampling time for each row',
  options: { 1: '1 s', 3: '3 s', 10: '10 s', 30: '30 s' },
  default: '10',
  help: 'Sampling ends earlier once the median is known to ±2 %.',
});

export interface SetupProps {
  readonly running: boolean;
  /** What an experiment asks beside where and how long. */
  readonly settings: ReactNode;
  /** How many of the targets may be ticked. */
  readonly pick: 'several' | 'one';
  /** Default: the engines of this browser. */
  readonly where?: Where;
  /** Sampling time at first, in seconds. */
  readonly seconds?: keyof typeof timeChoice.options;
  /** How long, in seconds, where the experiment asks it in words of its own. */
  readonly time?: ChoiceParameter;
  readonly onRun: (chosen: { targets: readonly Target[]; timeLimitMs: number }) => void;
  readonly onCancel: () => void;
}

/** What may be ticked in place of the engines. */
export interface Where {
  readonly legend: string;
  readonly offers: () => readonly Offer[];
}

const engines: Where = { legend: 'Run on', offers: offersAtOnce };

/** Where to run, with which settings and how long. */
export function Setup({
  running,
  settings,
  pick,
  where = engines,
  time = timeChoice,
  seconds: firstSeconds = time.default,
  onRun,
  onCancel,
}: SetupProps) {
  const [offers, setOffers] = useState<readonly Offer[]>(where.offers);
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const [seconds, setSeconds] = useState<string>(firstSeconds);
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

  const available = offers.filter(({ state }) => state === 'available').map(({ target }) => target);
  const wanted = available.filter(({ id }) => !refused.has(id));
  const targets = pick === 'one' ? wanted.slice(0, 1) : wanted;
  const toggle = (id: string, on: boolean) => {
    const next = new Set(pick === 'one' ? available.map((target) => target.id) : refused);
    if (on) next.delete(id);
    else next.add(id);
    setRefused(next);
  };
  const start = () => onRun({ targets, timeLimitMs: 1000 * Number(seconds) });

  return (
    <section className={styles.setup} aria-label="What to measure">
      <fieldset className={styles.rows} disabled={running}>
        <legend className={styles.legend}>{where.legend}</legend>
        {offers.map((offer) => (
          <OfferRow
            key={offer.target.id}
            offer={offer}
            pick={pick}
            checked={targets.includes(offer.target)}
            onChange={(on) => toggle(offer.target.id, on)}
          />
        ))}
      </fieldset>
      <div className={styles.side}>
        {settings}
        <ChoiceControl parameter={time} value={seconds} onChange={setSeconds} locked={running} />
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
            Loads ONNX Runtime from this site: 14 MB for WASM, 17 or 27 MB for WebGPU, before compression.
          </p>
        </div>
      </div>
    </section>
  );
}

interface OfferRowProps {
  readonly offer: Offer;
  readonly pick: 'several' | 'one';
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function OfferRow({ offer, pick, checked, onChange }: OfferRowProps) {
  const { target, state, note, badge } = offer;
  const id = `offer-${target.id}`;
  return (
    <div className={styles.row} data-state={state}>
      <input
        id={id}
        type={pick === 'one' ? 'radio' : 'checkbox'}
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
