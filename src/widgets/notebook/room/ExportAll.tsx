import { Button, saveText } from '../../controls/index.ts';
import { exportIpynb } from '../files/index.ts';
import { useNotebook } from './notebookContext.ts';
import { shownOutputs } from './shownOutputs.ts';
import { wholeNotebook } from './wholeNotebook.ts';

/** Every section in one Jupyter notebook, with the outputs of now. */
export function ExportAll() {
  const { session, document } = useNotebook();
  const save = async () => {
    const section = wholeNotebook(document.sections);
    const outputs = await shownOutputs(section, session.getState().runs);
    saveText('goodput.ipynb', 'application/x-ipynb+json', exportIpynb({ section, outputs }));
  };
  return (
    <Button icon="export" onClick={() => void save()}>
      Export all as one .ipynb
    </Button>
  );
}
