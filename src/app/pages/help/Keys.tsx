import styles from './help.module.css';

const keys: readonly { keys: readonly string[]; does: string }[] = [
  {
    keys: ['Tab', 'Shift + Tab'],
    does: 'Go to the next or the previous control. The first stop skips to the page.',
  },
  { keys: ['←', '→', '↑', '↓'], does: 'Move a slider, or a line in a chart, by one step.' },
  { keys: ['Shift + arrow'], does: 'Move it finely.' },
  { keys: ['Alt + arrow'], does: 'Move it coarsely.' },
  { keys: ['Page Up', 'Page Down'], does: 'Move it by a tenth of its range.' },
  { keys: ['Home', 'End'], does: 'Move it to its lowest or highest value.' },
  { keys: ['Enter'], does: 'Take over the number typed in a field.' },
  { keys: ['Escape'], does: 'Close a dialog, or drop what you typed in a number field.' },
];

export function Keys() {
  return (
    <>
      <h2>Keys</h2>
      <p>
        Everything works without a mouse. A chart that can be read point by point takes the focus too: the
        arrow keys move its crosshair, and the values of all series are read out.
      </p>
      <table className={styles.keys}>
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((row) => (
            <tr key={row.does}>
              <td>
                {row.keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{row.does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
