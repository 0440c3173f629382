import { DrawDelay } from '../../widgets/utilization/DrawDelay.tsx';
import { usePrediction } from '../components/predict/prediction.ts';

/** Draw the latency curve of lesson 2.4; the drawing is saved as the reader's prediction. */
export function PredictDelay() {
  const { committed, commit } = usePrediction();
  return <DrawDelay committed={committed} onCommit={commit} />;
}
