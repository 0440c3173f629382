export { binomialCdf } from '../numeric/binomial.ts';
export { normalCdf, normalQuantile } from '../numeric/normal.ts';
export { studentCdf, studentQuantile } from '../numeric/studentT.ts';
export { type BatchMeans, type BatchMeansOptions, batchMeans } from './batchMeans.ts';
export { type BootstrapOptions, bootstrapInterval } from './bootstrapInterval.ts';
export { CheckError, type CheckResult, checkClose, checkTrue } from './check.ts';
export { mean, standardDeviation, standardError, variance } from './description.ts';
export { type Ecdf, ecdf } from './ecdf.ts';
export { type Histogram, type HistogramOptions, histogram } from './histogram.ts';
export type { Estimate, Interval } from './interval.ts';
export { LogHistogram } from './logHistogram.ts';
export { type MeanDifference, pairedDifference, welchTest } from './meanTests.ts';
export { minimumSamples } from './minimumSamples.ts';
export { type OrderStatisticRanks, orderStatisticRanks } from './orderStatisticRanks.ts';
export { clopperPearson, wilsonInterval } from './proportionInterval.ts';
export {
  percentile,
  type QuantileMethod,
  quantile,
  quantileMethods,
  quantileOfSorted,
  quantiles,
} from './quantile.ts';
export { type QuantileInterval, quantileInterval } from './quantileInterval.ts';
export { samplesToDecide } from './samplesToDecide.ts';
export { softmax } from './softmax.ts';
