import { formatNumber } from '../chart/index.ts';
import { ChoiceControl, Disclosure, NumberControl, ToggleControl } from '../controls/index.ts';
import type { Instance, InstanceState } from './instance.ts';
import type { Parameter, Value } from './parameters.ts';
import styles from './WidgetFrame.module.css';

type Entry = readonly [name: string, parameter: Parameter];

/** The controls of a widget, derived from its parameters: at most five beside the picture, the others folded. */
export function Controls({ instance, state }: { instance: Instance; state: InstanceState }) {
  const entries: Entry[] = Object.entries(state.widget.parameters);
  const shown = entries.filter(([, parameter]) => parameter.shown?.(state.now.values) ?? true);
  const at = (place: string) => shown.filter(([, parameter]) => (parameter.place ?? 'main') === place);
  const more = at('more');
  const control = ([name, parameter]: Entry) => (
    <Control key={name} name={name} parameter={parameter} state={state} instance={instance} />
  );
  return (
    <fieldset className={styles.controls}>
      <legend className="visually-hidden">{`Controls of ${state.widget.title}`}</legend>
      {at('main').map(control)}
      {more.length > 0 && (
        <Disclosure summary="More settings">
          <div className={styles.more}>{more.map(control)}</div>
        </Disclosure>
      )}
    </fieldset>
  );
}

interface ControlProps {
  name: string;
  parameter: Parameter;
  state: InstanceState;
  instance: Instance;
}

function Control({ name, parameter, state, instance }: ControlProps) {
  const value = state.values[name];
  const effective = state.now.values[name];
  const shared = {
    parameter,
    locked: state.locked.includes(name),
    onChange: (next: Value) => instance.getState().change({ [name]: next }),
  };
  const control = () => {
    if (parameter.kind === 'choice' && typeof value === 'string') {
      return <ChoiceControl {...shared} parameter={parameter} value={value} />;
    }
    if (parameter.kind === 'toggle' && typeof value === 'boolean') {
      return <ToggleControl {...shared} parameter={parameter} value={value} />;
    }
    if ((parameter.kind === 'real' || parameter.kind === 'integer') && typeof value === 'number') {
      const range = parameter.slider?.(state.values);
      return <NumberControl {...shared} parameter={parameter} value={value} range={range} />;
    }
    return null;
  };
  return (
    <div>
      {control()}
      {effective !== value && effective !== undefined && (
        <p
          className={styles.overlaid}
        >{`The injected failure sets this to ${inWords(parameter, effective)}.`}</p>
      )}
    </div>
  );
}

/** A value as the reader's control names it. */
function inWords(parameter: Parameter, value: Value): string {
  if (parameter.kind === 'choice') return parameter.options[String(value)] ?? String(value);
  return typeof value === 'number' ? formatNumber(value) : value ? 'on' : 'off';
}
