import { useMemo } from 'react';
import type { PlotSpec } from '../../../../engine/notebook/index.ts';
import {
  Axis,
  type AxisSpec,
  Bars,
  Chart,
  categoryAxis,
  Rule,
  type Tone,
  textWidth,
} from '../../../chart/index.ts';
import { axisOf } from './axes.ts';
import { axisTitle } from './axisTitle.ts';
import { BarValues } from './BarValues.tsx';
import { type PlacedBar, placeBars } from './bars.ts';
import { describe, plotName } from './describe.ts';
import { shortened, tonesOf } from './marks.ts';
import { RowBars } from './RowBars.tsx';
import { SeriesKey } from './SeriesKey.tsx';
import { Statements } from './Statements.tsx';
import { barStatements } from './statements.ts';

type BarsSpec = Extract<PlotSpec, { kind: 'bars' }>;

/** More names than this are not laid in rows: the picture would be taller than a screen. */
const mostRows = 24;

/** Bars by name, in groups where there are several series; in rows where the names are too long to stand below. */
export function BarsPlot({ plot, width }: { readonly plot: BarsSpec; readonly width: number }) {
  const { groups, series } = plot;
  const tones = tonesOf(series);
  const values = useMemo(() => axisFor(plot), [plot]);
  const bars = useMemo(() => placeBars(groups.length, series), [groups, series]);
  const widest = Math.max(...groups.map((name) => textWidth(name)));
  const named = widest + 10 <= (width - 70) / groups.length;
  const drawing = { plot, width, values, bars, tones };
  return (
    <>
      {series.length > 1 && (
        <SeriesKey series={series.map(({ label }, i) => ({ label, tone: tones[i] ?? 'neutral' }))} />
      )}
      {named || groups.length > mostRows ? <Columns {...drawing} /> : <Rows {...drawing} />}
      <Statements statements={barStatements(plot, values, named || groups.length <= mostRows)} />
    </>
  );
}

interface Drawing {
  readonly plot: BarsSpec;
  readonly width: number;
  readonly values: AxisSpec;
  readonly bars: readonly (readonly PlacedBar[])[];
  readonly tones: readonly Tone[];
}

function Columns({ plot, width, values, bars, tones }: Drawing) {
  const { groups, rules } = plot;
  const x = useMemo(() => {
    const axis = categoryAxis(groups);
    // Words at a level line stand beside the last bar, not on it.
    const words = Math.max(
      0,
      ...rules.map(({ label = '', value }) => textWidth(`${label} ${value}`, 12, 500)),
    );
    const room = words === 0 ? 0 : ((words + 12) * groups.length) / Math.max(120, width - 70 - words);
    // Where not all names fit, every third or so has its own: at even distances.
    const place = (width - 70) / (groups.length + room);
    const every = Math.ceil((Math.max(...groups.map((name) => textWidth(name))) + 10) / place);
    return {
      ...axis,
      domain: [axis.domain[0], axis.domain[1] + room] as const,
      ticks: groups.map((_, i) => i).filter((i) => i % every === 0),
    };
  }, [groups, rules, width]);
  const title = axisTitle(plot.y);
  return (
    <Chart
      width={width}
      height={width < 480 ? 230 : 270}
      margin={{ bottom: 28, ...(title ? {} : { top: 18 }) }}
      x={x}
      y={values}
      label={plotName(plot)}
      description={describe(plot)}
      interactive={false}
    >
      <Axis side="bottom" title="" grid={false} />
      <Axis side="left" title={title} />
      {bars.map((placed, i) => (
        <Bars key={plot.series[i]?.label} tone={tones[i] ?? 'neutral'} bars={placed} />
      ))}
      <BarValues bars={bars.flat()} lying={false} />
      {plot.rules.map((rule, i) => (
        <Rule
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
          key={i}
          orientation="horizontal"
          value={rule.value}
          label={rule.label}
          tone={rule.tone ?? 'neutral'}
          dash="short"
        />
      ))}
    </Chart>
  );
}

function Rows({ plot, width, values, bars, tones }: Drawing) {
  const { groups, series, rules } = plot;
  const row = 14 + series.length * 16;
  const names = useMemo(() => groups.map((name) => shortened(name, width * 0.38)), [groups, width]);
  const y = useMemo((): AxisSpec => {
    const axis = categoryAxis(names);
    // The first name on top, as in a list; above it the words at upright lines.
    return { ...axis, domain: [axis.domain[1], axis.domain[0] - (rules.length > 0 ? 18 / row : 0)] };
  }, [names, rules, row]);
  const title = axisTitle(plot.y);
  return (
    <Chart
      width={width}
      height={groups.length * row + (rules.length > 0 ? 18 : 0) + (title ? 60 : 40)}
      margin={{ top: 12, right: 56, ...(title ? {} : { bottom: 28 }) }}
      x={values}
      y={y}
      label={plotName(plot)}
      description={describe(plot)}
      interactive={false}
    >
      <Axis side="bottom" title={title} />
      <Axis side="left" title="" grid={false} />
      {bars.map((placed, i) => (
        <RowBars key={series[i]?.label} tone={tones[i] ?? 'neutral'} bars={placed} />
      ))}
      <BarValues bars={bars.flat()} lying />
      {plot.rules.map((rule, i) => (
        <Rule
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
          key={i}
          orientation="vertical"
          value={rule.value}
          label={rule.label}
          tone={rule.tone ?? 'neutral'}
          dash="short"
        />
      ))}
    </Chart>
  );
}

function axisFor({ y, series, rules }: BarsSpec): AxisSpec {
  const all = [...series.flatMap(({ values }) => values), ...rules.map(({ value }) => value)];
  return axisOf(y, all, { zero: true, pad: false, nice: true });
}
