import { formatNumber, withUnit } from '../../../chart/index.ts';

/** A file's size as stores give it: "341 kB", "2.5 MB". */
export const formatBytes = (bytes: number): string =>
  bytes < 1e6 ? withUnit(formatNumber(bytes / 1e3), 'kB') : withUnit(formatNumber(bytes / 1e6), 'MB');
