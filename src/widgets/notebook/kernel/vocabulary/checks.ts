import { stats } from '../../../../engine/index.ts';

const told = new WeakSet<object>();

/** Whether the FAIL line of this error stands in the cell's outputs already. */
export const isTold = (error: object) => told.has(error);

/** `checkTrue` and `checkClose` of the engine, with a PASS or FAIL line; a FAIL throws. */
export function createChecks(tell: (passed: boolean, message: string) => void) {
  const telling = (check: () => stats.CheckResult) => {
    try {
      tell(true, check().message);
    } catch (error) {
      if (error instanceof stats.CheckError) {
        told.add(error);
        tell(false, error.message);
      }
      throw error;
    }
  };
  return {
    checkTrue: (condition: boolean, name = 'condition') => telling(() => stats.checkTrue(condition, name)),
    checkClose: (value: number, target: number, tolerance?: number, name?: string) =>
      telling(() => stats.checkClose(value, target, tolerance, name)),
  };
}
