import type { ViewProps } from '../frame/defineWidget.ts';
import { DelayChart } from './DelayChart.tsx';
import { usePrediction } from './prediction.ts';
import type widget from './widget.ts';

/** Mean time in system against utilization: formula, simulation and measurement on one chart. */
export default function UtilizationView({ now, pinned, change, width }: ViewProps<typeof widget>) {
  const prediction = usePrediction();
  return (
    <DelayChart
      now={now}
      pinned={pinned}
      prediction={prediction}
      onTarget={(target) => change({ target })}
      width={width}
      height={Math.max(320, Math.min(460, width * 0.62))}
    />
  );
}
