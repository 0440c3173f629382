import { useState } from 'react';
import { CopyField, Dialog } from '../controls/index.ts';
import type { InstanceState } from './instance.ts';
import { encodeLink, type Hideable, hideable } from './link.ts';
import type { Parameter } from './parameters.ts';
import styles from './WidgetFrame.module.css';

const hideableNames: Record<Hideable, string> = {
  controls: 'Controls',
  toolbar: 'Toolbar',
  truth: 'Truth badge',
  decision: 'Decision strip',
  faults: 'Failures',
  table: 'Table',
};

/** Link and embed code of the present state; instructors choose here what their readers may not move or see. */
export default function ShareDialog({ state, onClose }: { state: InstanceState; onClose: () => void }) {
  const [locked, setLocked] = useState<readonly string[]>(state.locked);
  const [hidden, setHidden] = useState<readonly Hideable[]>(state.hidden);
  const { widget, values, seed, fault, timeline, now, pinned, fingerprint } = state;
  const query = encodeLink(widget, {
    values,
    seed,
    fault,
    time: timeline && now.time !== timeline.initial ? now.time : undefined,
    pinned: pinned?.now.values,
    locked,
    hidden,
    fingerprint: now.refining ? undefined : fingerprint,
  });
  const page = new URL('embed.html', document.baseURI).href;
  const embedded = location.pathname.endsWith('/embed.html');
  const route = embedded ? `#/gallery/${widget.id}` : (location.hash.split('?')[0] ?? '');
  const link = new URL(`./${route}?${query}`, document.baseURI).href;
  const frame = `<iframe src="${page}#${widget.id}?${query.replaceAll('&', '&amp;')}" title="${widget.title}" width="100%" height="640" style="border:0" loading="lazy" allow="fullscreen; cross-origin-isolated"></iframe>`;
  const lockable: [string, string][] = Object.entries<Parameter>(widget.parameters)
    .filter(([, parameter]) => parameter.place !== 'hidden')
    .map(([name, parameter]) => [name, parameter.label]);

  return (
    <Dialog open title={`Share “${widget.title}”`} onClose={onClose}>
      <p>
        The link opens this widget as you see it now: settings, seed, failure and pinned run. It holds no
        personal data. Opened elsewhere, it computes everything again and says whether the fingerprint is the
        same.
      </p>
      <CopyField label="Link" value={link} />
      <CopyField label="Embed code" value={frame} />
      <details className={styles.instructor}>
        <summary>For instructors: lock and hide</summary>
        <Boxes
          legend="Locked controls"
          options={[...lockable, ['seed', 'Seed']]}
          chosen={locked}
          onChange={setLocked}
        />
        <Boxes
          legend="Hidden parts"
          options={hideable.map((part) => [part, hideableNames[part]])}
          chosen={hidden}
          onChange={setHidden}
        />
      </details>
    </Dialog>
  );
}

interface BoxesProps<T extends string> {
  legend: string;
  options: readonly (readonly [T, string])[];
  chosen: readonly T[];
  onChange: (chosen: readonly T[]) => void;
}

function Boxes<T extends string>({ legend, options, chosen, onChange }: BoxesProps<T>) {
  const toggle = (key: T) =>
    onChange(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(([key, name]) => (
        <label key={key}>
          <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
