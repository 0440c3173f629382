import { useState } from 'react';
import type { Measurement } from '../../../../store/measurements.ts';
import { Button, CopyField, Dialog } from '../../../controls/index.ts';
import { encodeSummary } from './summary.ts';

/** A button that gives a link to a measurement's numbers. */
export function ShareSummary({ measurement }: { readonly measurement: Measurement }) {
  const [open, setOpen] = useState(false);
  const link = new URL(`./#/lab/summary?${encodeSummary(measurement)}`, document.baseURI).href;
  return (
    <>
      <Button icon="share" onClick={() => setOpen(true)}>
        Share
      </Button>
      <Dialog open={open} title="Share these numbers" onClose={() => setOpen(false)}>
        <p>
          The link holds the quantiles with their intervals, the model, the configuration and a line about
          your browser and device, as readable text. It holds no samples: for those, send the JSON file.
        </p>
        <CopyField label="Link" value={link} />
      </Dialog>
    </>
  );
}
