import type { EndReason } from '../sandbox/kernel.ts';

/** Why a run was ended, for the reader: what happened, what was kept, what to do. */
export function endWords(reason: EndReason): string {
  return `${happened[reason]} Sources are kept; values are gone until their cells run again.`;
}

const happened: Readonly<Record<EndReason, string>> = {
  stopped: 'Stopped.',
  restarted: 'Restarted.',
  timeout:
    'Stopped: the cell ran longer than the time limit. Look for a loop without an end, or ask for less.',
  flood: 'Stopped: the cell sent more messages than a page can show. Print less.',
  died: 'The cell took its sandbox down, most likely for want of memory. Ask for less at once.',
};
