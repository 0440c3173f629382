import type { CellError, SourcePlace } from '../../../engine/notebook/index.ts';
import styles from './outputs.module.css';

interface Props {
  readonly error: CellError;
  readonly onPlace?: ((place: SourcePlace) => void) | undefined;
}

/** Why a cell stopped, and where; the place is a button that goes there. */
export function OutputError({ error: { name, message, place }, onPlace }: Props) {
  const where = place && `line ${place.line}, column ${place.column}`;
  return (
    <div role="alert" className={styles.error}>
      <p className={styles.message}>
        <strong>{name}</strong>
        {message && `: ${message}`}
      </p>
      {place && onPlace && (
        <button type="button" className={styles.place} onClick={() => onPlace(place)}>
          {where}
        </button>
      )}
      {place && !onPlace && <p>{where}</p>}
    </div>
  );
}
