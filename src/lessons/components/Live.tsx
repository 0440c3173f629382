import { type ComponentProps, createElement } from 'react';
import { formatNumber, withUnit } from '../../widgets/chart/index.ts';
import { useLive } from '../../widgets/frame/index.ts';

const unknown = '–';

/** A widget's present value in running text, with its unit: `at ρ = <Live name="utilization" />`. */
export function Live({ name }: { name: string }) {
  const live = useLive(name);
  if (!live) return <span>{unknown}</span>;
  return (
    <span className={`live symbol-${live.role}`}>
      {withUnit(formatNumber(live.value, live.digits), live.unit)}
    </span>
  );
}

/** MathML's number element: `\live{name}` in a formula becomes one that follows the widget. */
export function MathNumber(props: ComponentProps<'span'> & { 'data-live'?: string }) {
  const name = props['data-live'];
  return name === undefined ? createElement('mn', props) : <LiveSlot name={name} />;
}

function LiveSlot({ name }: { name: string }) {
  const live = useLive(name);
  return createElement(
    'mn',
    { className: `live-slot symbol-${live?.role ?? 'neutral'}`, 'data-live': name },
    live ? formatNumber(live.value, live.digits) : unknown,
  );
}
