import { createElement, type ReactNode } from 'react';
import { formatDuration, formatFixed } from '../../../widgets/chart/index.ts';
import styles from './DelayInstrument.module.css';

interface Props {
  readonly arrivalRate: number;
  readonly serviceRate: number;
  readonly sojourn: number;
}

type Role = 'sojourn' | 'service-rate' | 'arrival-rate';

/** W = 1/(μ − λ) and the same with the present numbers put in; each symbol in its colour. */
export function LiveFormula({ arrivalRate, serviceRate, sojourn }: Props) {
  return (
    <p className={styles.formula}>
      {mathml(
        'math',
        symbol('W', 'sojourn'),
        operator('='),
        oneOver(symbol('μ', 'service-rate'), symbol('λ', 'arrival-rate')),
        operator('='),
        oneOver(
          number(formatFixed(serviceRate, 1), 'service-rate'),
          number(formatFixed(arrivalRate, 1), 'arrival-rate'),
        ),
        operator('='),
        createElement('mtext', { 'data-role': 'sojourn' }, formatDuration(sojourn)),
      )}
    </p>
  );
}

/** JSX has no types for MathML; the elements themselves React knows. */
const mathml = (tag: string, ...children: ReactNode[]) => createElement(tag, null, ...children);
const operator = (sign: string) => mathml('mo', sign);
const symbol = (letter: string, role: Role) => createElement('mi', { 'data-role': role }, letter);
const number = (text: string, role: Role) => createElement('mn', { 'data-role': role }, text);
const oneOver = (from: ReactNode, less: ReactNode) =>
  mathml('mfrac', mathml('mn', '1'), mathml('mrow', from, operator('−'), less));
