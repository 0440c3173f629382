import { formatDuration, formatFixed } from '../../../widgets/chart/index.ts';
import styles from './DelayInstrument.module.css';

interface Props {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly sojourn: number;
}

/** W = 1/(μ − λ) with the present numbers put in; each symbol in its colour. */
export function LiveFormula({ arrivalRate, serviceRate, sojourn }: Props) {
  return (
    <p className={styles.formula}>
      <span data-role="sojourn">W</span> = 1 / (<span data-role="service-rate">μ</span> −{' '}
      <span data-role="arrival-rate">λ</span>) = 1 / (
      <b data-role="service-rate">{formatFixed(serviceRate, 1)}</b> −{' '}
      <b data-role="arrival-rate">{formatFixed(arrivalRate, 1)}</b>) ={' '}
      <b data-role="sojourn">{formatDuration(sojourn)}</b>
    </p>
  );
}
