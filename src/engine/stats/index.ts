export { binomialCdf, binomialPmf, choose } from '../numeric/binomial.ts';
export { chiSquareCdf, chiSquareQuantile, chiSquareUpper } from '../numeric/chiSquare.ts';
export { normalCdf, normalQuantile } from '../numeric/normal.ts';
export { poissonCdf, poissonPmf, poissonUpper } from '../numeric/poisson.ts';
export { studentCdf, studentQuantile } from '../numeric/studentT.ts';
export { sum } from '../numeric/sum.ts';
export type { Alternative } from './alternative.ts';
export { type BatchMeans, type BatchMeansOptions, batchMeans } from './batchMeans.ts';
export { type BootstrapOptions, bootstrapInterval } from './bootstrapInterval.ts';
export { CheckError, type CheckResult, checkClose, checkTrue } from './check.ts';
export { averagePrecision, brierScore, calibrationError, logLoss, rocAuc } from './classification.ts';
export { cosineSimilarity } from './cosineSimilarity.ts';
export { mean, standardDeviation, standardError, variance } from './description.ts';
export { type Ecdf, ecdf } from './ecdf.ts';
export { exponentialSmoothing } from './exponentialSmoothing.ts';
export { type Histogram, type HistogramOptions, histogram } from './histogram.ts';
export { type HistogramQuantile, histogramQuantile } from './histogramQuantile.ts';
export type { Estimate, Interval } from './interval.ts';
export { agrestiCoull, jeffreysInterval, waldInterval } from './intervals/betaIntervals.ts';
export { newcombeInterval } from './intervals/newcombe.ts';
export { LogHistogram } from './logHistogram.ts';
export { logSumExp } from './logSumExp.ts';
export { geometricMean, harmonicMean, trimmedMean, winsorizedMean } from './means.ts';
export { type MeanDifference, pairedDifference, welchTest } from './meanTests.ts';
export { minimumSamples } from './minimumSamples.ts';
export { omitNaN } from './omitNaN.ts';
export { type OrderStatisticRanks, orderStatisticRanks } from './orderStatisticRanks.ts';
export { meanSampleSize, type ProportionPlan, proportionPower, proportionSampleSize } from './power.ts';
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
export { midranks, type Ranks } from './ranks.ts';
export { samplesToDecide } from './samplesToDecide.ts';
export { excessKurtosis, skewness } from './shape.ts';
export { DDSketch } from './sketches/ddSketch.ts';
export { HdrHistogram, type HdrOptions } from './sketches/hdrHistogram.ts';
export { TDigest } from './sketches/tDigest.ts';
export { softmax } from './softmax.ts';
export { coefficientOfVariation, interquartileRange, median, medianAbsoluteDeviation } from './spread.ts';
export { type Adjustment, adjustPValues } from './tests/adjustPValues.ts';
export { type AndersonDarling, andersonDarling } from './tests/andersonDarling.ts';
export { type ChiSquareTest, chiSquareTest } from './tests/chiSquareTest.ts';
export { type ContingencyTest, contingencyTest } from './tests/contingencyTest.ts';
export { type CramerVonMises, cramerVonMises } from './tests/cramerVonMises.ts';
export { fisherExact } from './tests/fisherExact.ts';
export { type KsMethod, type KsTest, ksTest } from './tests/ksTest.ts';
export { hodgesLehmann, type LocationShift, locationShift } from './tests/locationShift.ts';
export { type MannWhitney, type MannWhitneyOptions, mannWhitney } from './tests/mannWhitney.ts';
export { type PermutationOptions, type PermutationTest, permutationTest } from './tests/permutationTest.ts';
export { type Counts, type ProportionTest, proportionTest } from './tests/proportionTest.ts';
export { cohenD, studentTest } from './tests/studentTest.ts';
export { type WilcoxonSigned, wilcoxonSigned } from './tests/wilcoxonSigned.ts';
