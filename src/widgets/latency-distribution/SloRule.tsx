import { Rule } from '../chart/index.ts';
import { formatLatency } from './words.ts';

/** The SLO as a line that can be dragged, in every picture. */
export function SloRule({
  slo,
  onChange,
  labelAt = 'start',
}: {
  readonly slo: number;
  readonly onChange: (slo: number) => void;
  /** Where its words stand: at the axis or at the top. */
  readonly labelAt?: 'start' | 'end';
}) {
  return (
    <Rule
      orientation="vertical"
      value={slo}
      label="SLO"
      name="SLO, latency limit"
      tone="bad"
      dash="long"
      format={formatLatency}
      onChange={onChange}
      labelAt={labelAt}
    />
  );
}
