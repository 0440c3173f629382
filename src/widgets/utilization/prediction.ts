import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Point } from '../chart/index.ts';

/** Utilizations at which a drawing has a value. */
export const drawingGrid: readonly number[] = Array.from({ length: 20 }, (_, index) => index / 20);

/** The curve that the reader committed to, in seconds over utilization; the widget shows it beside the formula. */
export const prediction = createStore<{ curve: readonly Point[] }>()(() => ({ curve: [] }));

export const usePrediction = () => useStore(prediction, (state) => state.curve);

const preface = 'ms at ρ = 0, 0.05, … 0.95:';

/** A drawing in words, as it is saved and shown: whole milliseconds. */
export function writeDrawing(values: readonly (number | undefined)[]): string {
  return [preface, ...values.map((seconds) => Math.round(1000 * (seconds ?? 0)))].join(' ');
}

/** Reads a saved drawing back, in seconds; undefined where the words are not one. */
export function readDrawing(words: string): readonly number[] | undefined {
  if (!words.startsWith(preface)) return undefined;
  const values = words
    .slice(preface.length)
    .trim()
    .split(' ')
    .map((text) => Number(text) / 1000);
  return values.length === drawingGrid.length && values.every(Number.isFinite) ? values : undefined;
}
