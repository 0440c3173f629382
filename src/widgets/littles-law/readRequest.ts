import { formatDuration, formatNumber, withUnit } from '../chart/format.ts';
import type { Requests } from './model.ts';

/** Arrival, wait, service and sojourn of one request, as words. */
export function readRequest({ arrival, start, finish }: Requests, row: number) {
  const came = arrival[row] ?? 0;
  const began = start[row] ?? came;
  const left = finish[row] ?? began;
  const reading = (label: string, value: number, text: string) => ({
    label,
    tone: 'sojourn' as const,
    y: value,
    text,
  });
  const readings = [
    reading('arrival', came, withUnit(formatNumber(came), 's')),
    reading('wait', began - came, formatDuration(began - came)),
    reading('service', left - began, formatDuration(left - began)),
    reading('sojourn', left - came, formatDuration(left - came)),
  ];
  const title = `request ${row + 1}`;
  const spoken = `${title}: ${readings.map(({ label, text }) => `${label} ${text}`).join(', ')}`;
  return { arrival: came, finish: left, title, readings, spoken };
}
