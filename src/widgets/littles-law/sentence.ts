import { formatDuration, formatNumber, formatPercent, withUnit } from '../chart/format.ts';
import { type Now, readingOf, unexplainedShare } from './now.ts';

/** What the picture says, in words and with the numbers of now. */
export function littlesLawSentence(now: Now): string {
  if (!now.result) return 'The sample path is being computed.';
  const reading = readingOf(now);
  if (!reading) {
    return `The playhead stands before the window, which opens at ${seconds(now.values.from)}: there is nothing to measure yet.`;
  }
  const { truth, arrivalRate, sojourn, product, unexplained, from, until } = reading;
  const came = `${formatNumber(truth.arrivals)} ${truth.arrivals === 1 ? 'request' : 'requests'} arrived`;
  const area = `From ${seconds(from)} to ${seconds(until)}, ${came} and the area under N(t) is ${formatNumber(truth.area)} request-seconds, so L̄ = ${formatNumber(truth.number)}`;
  const measured = Number.isNaN(sojourn)
    ? 'nobody’s sojourn is known yet, so λ̄·W̄ = 0'
    : `λ̄·W̄ = ${withUnit(formatNumber(arrivalRate), 'requests/s')} × ${formatDuration(sojourn)} = ${formatNumber(product)}`;
  const edge = `the edge term is ${formatNumber(truth.edgeTerm)}`;
  if (unexplained === 0) return `${area}; ${measured}, ${edge}, and the two add up to L̄ exactly.`;
  const miss = `${formatNumber(Math.abs(unexplained))} requests (${formatPercent(unexplainedShare(reading))} of L̄)`;
  return `${area}; ${measured} and ${edge}: that is ${miss} too ${unexplained > 0 ? 'few' : 'many'}, and no edge explains it.`;
}

const seconds = (time: number) => withUnit(formatNumber(time), 's');
