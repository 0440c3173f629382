import { useMemo } from 'react';
import type { ViewProps } from '../frame/defineWidget.ts';
import { DistributionPicture } from './DistributionPicture.tsx';
import type { Run } from './picture.ts';
import { RecordingPicture } from './RecordingPicture.tsx';
import { ReplicasPicture } from './ReplicasPicture.tsx';
import { readingOf } from './reading.ts';
import { requestsUntil } from './requests.ts';
import type widget from './widget.ts';

const pictures = {
  distribution: DistributionPicture,
  replicas: ReplicasPicture,
  recording: RecordingPicture,
};

/** One of three pictures of the same samples: the law and its quantile, replicas apart and pooled, two recordings. */
export default function View({ now, pinned, change, width }: ViewProps<typeof widget>) {
  const { view, slo, level, definition } = now.values;
  const Chosen = pictures[view];
  // Run A keeps its samples and is read as run B is: the same quantile under the same definition.
  const values = useMemo(
    () => pinned && { ...pinned.values, slo, level, definition },
    [pinned, slo, level, definition],
  );
  return (
    <Chosen
      {...runOf(now)}
      pinned={pinned && values && runOf({ ...pinned, values, time: timeOfPinned(now, pinned) })}
      width={width}
      onSlo={(slo) => change({ slo })}
    />
  );
}

type Now = ViewProps<typeof widget>['now'];

/** Run A is read at the playhead of run B, and at its own end where B is at its end. */
function timeOfPinned(now: Now, pinned: Now): number {
  return now.time >= now.values.samples ? pinned.values.samples : now.time;
}

/** An answer to another view's question is no answer: until the new one is there, the law stands alone. */
function runOf(now: Now): Run {
  const { values, formula, result } = now;
  const answer = result?.settings.view === values.view ? result : undefined;
  const reading = answer && readingOf(now);
  const requests =
    answer && reading && values.view === 'recording' ? requestsUntil(answer, reading.n) : undefined;
  return { values, formula, settings: answer?.settings, reading, requests };
}
