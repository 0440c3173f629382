import { createContext, useContext } from 'react';

export interface Prediction {
  /** What the reader committed to, in words; undefined before. */
  readonly committed: string | undefined;
  /** Commits the prediction; after it the answer is revealed. */
  commit(words: string): void;
}

const PredictionContext = createContext<Prediction | undefined>(undefined);

export const PredictionProvider = PredictionContext.Provider;

/** For ways to predict that a lesson brings itself, such as drawing a curve: `<Predict by={<DrawCurve />}>`. */
export function usePrediction(): Prediction {
  const prediction = useContext(PredictionContext);
  if (!prediction) throw new Error('A prediction is asked for outside <Predict>.');
  return prediction;
}
