import type { AnyWidget } from './defineWidget.ts';
import { defaults, formatValue, parseValue, type Value } from './parameters.ts';

/*
 * A link carries a widget's whole state as a readable query (`?arrivalRate=9&seed=7`): only what differs from the
 * defaults, so that a teacher can read and edit it. It needs no compression: the longest is a few hundred characters.
 */

/** Parts of the frame that a link can hide. */
export const hideable = ['controls', 'toolbar', 'truth', 'decision', 'faults', 'table'] as const;
export type Hideable = (typeof hideable)[number];

export interface LinkState {
  readonly values: Readonly<Record<string, Value>>;
  readonly seed: number;
  readonly fault?: string | undefined;
  readonly time?: number | undefined;
  readonly pinned?: Readonly<Record<string, Value>> | undefined;
  readonly locked: readonly string[];
  readonly hidden: readonly Hideable[];
  /** Fingerprint of the result that the link promises. */
  readonly fingerprint?: string | undefined;
  /** Declaration version that made the link. */
  readonly version?: number | undefined;
}

export const maximumLinkLength = 4000;
export const maximumSeed = 4294967295;
export const defaultSeed = 1;

const reserved = ['widget', 'seed', 'fault', 'time', 'lock', 'hide', 'fingerprint', 'version'];
const pinPrefix = 'pin.';

/** Query text (without “?”) of a state; `decodeLink` gives the same state back. */
export function encodeLink(widget: AnyWidget, state: LinkState): string {
  const query = new URLSearchParams({ widget: widget.id, version: String(widget.version) });
  writeValues(query, '', widget, state.values);
  if (state.seed !== defaultSeed) query.set('seed', String(state.seed));
  if (state.fault) query.set('fault', state.fault);
  if (state.time !== undefined) query.set('time', String(state.time));
  if (state.pinned) {
    query.set('pin', '1');
    writeValues(query, pinPrefix, widget, state.pinned);
  }
  if (state.locked.length > 0) query.set('lock', state.locked.join(','));
  if (state.hidden.length > 0) query.set('hide', state.hidden.join(','));
  if (state.fingerprint) query.set('fingerprint', state.fingerprint);
  return query.toString();
}

function writeValues(query: URLSearchParams, prefix: string, widget: AnyWidget, values: LinkState['values']) {
  for (const [name, value] of Object.entries(values)) {
    if (value !== widget.parameters[name]?.default) query.set(prefix + name, formatValue(value));
  }
}

/**
 * Reads a query. Whatever is not valid is left at its default and named in a notice: a link from anywhere can
 * never put a widget into a state that its own controls could not reach.
 */
export function decodeLink(widget: AnyWidget, text: string): { state: LinkState; notices: string[] } {
  const fresh: LinkState = { values: defaults(widget.parameters), seed: defaultSeed, locked: [], hidden: [] };
  if (text.length > maximumLinkLength) {
    const notice = `This link holds ${text.length.toLocaleString('en')} characters; at most ${maximumLinkLength.toLocaleString('en')} are read. The defaults are shown.`;
    return { state: fresh, notices: [notice] };
  }
  const query = new URLSearchParams(text);
  const notices: string[] = [];
  const refuse = (name: string, reason: string) => {
    notices.push(`The link’s “${name.slice(0, 40)}” was not used: ${reason}.`);
  };
  const known = (name: string) =>
    Object.hasOwn(widget.parameters, name) || reserved.includes(name) || name === 'pin';
  for (const name of new Set(query.keys())) {
    const bare = name.startsWith(pinPrefix) ? name.slice(pinPrefix.length) : name;
    if (!known(bare)) refuse(name, 'this widget has no such setting');
  }
  const version = readNumber(query, 'version', 1, Number.MAX_SAFE_INTEGER, true, refuse);
  const state: LinkState = {
    values: readValues(query, '', widget, refuse),
    seed: readNumber(query, 'seed', 0, maximumSeed, true, refuse) ?? defaultSeed,
    fault: readMember(
      query,
      'fault',
      widget.faults.map((fault: { id: string }) => fault.id),
      refuse,
    ),
    time: readNumber(query, 'time', -1e12, 1e12, false, refuse),
    pinned: query.has('pin') ? readValues(query, pinPrefix, widget, refuse) : undefined,
    locked: readList(query, 'lock', [...Object.keys(widget.parameters), 'seed'], refuse),
    hidden: readList(query, 'hide', hideable, refuse),
    fingerprint: readPattern(query, 'fingerprint', /^[0-9a-f-]{4,80}$/i, refuse),
    version,
  };
  return { state, notices };
}

type Refuse = (name: string, reason: string) => void;

function readValues(query: URLSearchParams, prefix: string, widget: AnyWidget, refuse: Refuse) {
  const values: Record<string, Value> = { ...defaults(widget.parameters) };
  for (const [name, parameter] of Object.entries(widget.parameters)) {
    const text = query.get(prefix + name);
    if (text === null) continue;
    const checked = parseValue(parameter as Parameters<typeof parseValue>[0], text);
    if (checked.ok) values[name] = checked.value;
    else refuse(prefix + name, checked.reason);
  }
  return values;
}

function readNumber(
  query: URLSearchParams,
  name: string,
  min: number,
  max: number,
  whole: boolean,
  refuse: Refuse,
) {
  const text = query.get(name);
  if (text === null) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  refuse(name, `it must be a ${whole ? 'whole ' : ''}number between ${min} and ${max}`);
  return undefined;
}

function readMember(query: URLSearchParams, name: string, members: readonly string[], refuse: Refuse) {
  const text = query.get(name);
  if (text === null || members.includes(text)) return text ?? undefined;
  refuse(name, members.length > 0 ? `it must be one of ${members.join(', ')}` : 'this widget has none');
  return undefined;
}

function readList<T extends string>(
  query: URLSearchParams,
  name: string,
  members: readonly T[],
  refuse: Refuse,
): T[] {
  const asked = (query.get(name) ?? '').split(',').filter((part) => part !== '');
  const read = members.filter((member) => asked.includes(member));
  if (asked.some((part) => !members.some((member) => member === part))) {
    refuse(name, `it may name ${members.join(', ')}`);
  }
  return read;
}

function readPattern(query: URLSearchParams, name: string, pattern: RegExp, refuse: Refuse) {
  const text = query.get(name);
  if (text === null || pattern.test(text)) return text ?? undefined;
  refuse(name, 'it is not a fingerprint');
  return undefined;
}
