/// <reference lib="webworker" />
import { measureCases } from './cases.ts';

/* Runs the cases in a worker and hands the numbers to the page. */
self.postMessage(measureCases());
