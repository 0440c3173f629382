import { formatNumber } from '../../../chart/index.ts';

/** A large count to three digits: it follows from estimates. "4,380,000" */
export const aboutThree = (count: number): string => formatNumber(Number(count.toPrecision(3)));
