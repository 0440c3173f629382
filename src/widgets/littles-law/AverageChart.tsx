import { memo, useMemo } from 'react';
import { formatNumber } from '../chart/format.ts';
import { Axis, Chart, DirectLabels, Dots, Line, linearAxis, logAxis, pairs, Rule } from '../chart/index.ts';
import type { Formula, Result } from './model.ts';

interface Props {
  formula: Formula;
  result: Result;
  width: number;
}

/** L̄ and λ̄·W̄ against the window's length: they meet each other soon, and the formula's L late. */
export const AverageChart = memo(function AverageChart({ formula, result, width }: Props) {
  const { growth, number, seconds } = result;
  const counted = useMemo(() => pairs(growth.length, growth.number), [growth]);
  const product = useMemo(() => pairs(growth.length, growth.product), [growth]);
  const steady = formula.steady?.meanNumber;
  const values = [...growth.number, ...growth.product, number?.upper ?? 0, steady ?? 0];
  const highest = Math.max(...values);
  const y =
    formula.steady === undefined
      ? logAxis([Math.max(0.1, Math.min(...growth.number)), highest * 1.5])
      : linearAxis([0, highest * 1.15]);
  const x = logAxis([growth.length[0] ?? 1, Math.max(seconds, growth.length.at(-1) ?? 10) * 1.4]);
  return (
    <Chart
      width={width}
      height={196}
      x={x}
      y={y}
      margin={{ right: 44 }}
      label="Averages against the window’s length"
      description="As the window grows, L̄ and λ̄·W̄ meet; where the system is stable both settle at the formula’s L."
    >
      <Axis side="left" title="requests" />
      <Axis side="bottom" title="length of a window from t = 0" unit="s" />
      {steady !== undefined && (
        <Rule
          orientation="horizontal"
          value={steady}
          tone="formula"
          dash="long"
          label={`${formula.name}: L ${formula.exact ? '=' : '≈'} ${formatNumber(steady)}`}
          format={null}
          labelAt="start"
        />
      )}
      <Line points={product} tone="sojourn" dash="short" />
      <Line points={counted} tone="number" />
      {number && <Dots points={[{ x: seconds, y: number.value, low: number.lower, high: number.upper }]} />}
      <DirectLabels
        labels={[
          { label: 'L̄', tone: 'number', points: counted },
          { label: 'λ̄·W̄', tone: 'sojourn', points: product },
        ]}
      />
    </Chart>
  );
});
