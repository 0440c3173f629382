import type { Linear } from '../../linear.ts';
import { classes, curvedClasses, featureScale, features, type LabelledRows } from './curvedClasses.ts';
import { train } from './train.ts';

export const mlpSeed = 20_260;

const training = { epochs: 8, batch: 32, learningRate: 0.05, momentum: 0.9, seed: mlpSeed };

/** The network after its training on 6,000 rows. */
export function trainedMlp(): Linear[] {
  return train([features, 256, 256, classes], curvedClasses(1000, 6000), featureScale, training);
}

/** 2,000 rows of the same classes that the training never saw. */
export const heldOutRows = (): LabelledRows => curvedClasses(2000, 2000);
