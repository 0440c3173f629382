import type { Formula, Settings } from './model.ts';
import type { Lens, Reading } from './reading.ts';
import type { Requests } from './requests.ts';

export type Run = Pick<Picture, 'values' | 'formula' | 'settings' | 'reading' | 'requests'>;

/** What each of the three pictures is drawn from. */
export interface Picture {
  readonly values: Settings & Lens & { readonly logAxis: boolean };
  readonly formula: Formula;
  /** Settings that the samples on screen were drawn with. */
  readonly settings: Settings | undefined;
  readonly reading: Reading | undefined;
  /** Request by request, in the recording view. */
  readonly requests: Requests | undefined;
  /** The pinned run, drawn quietly behind. */
  readonly pinned?: Run | undefined;
  readonly width: number;
  readonly onSlo: (slo: number) => void;
}
