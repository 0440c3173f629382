import { usePageTitle } from '../routing/usePageTitle.ts';
import { Keys } from './help/Keys.tsx';
import { Measuring } from './help/Measuring.tsx';
import { NotebookHelp } from './help/NotebookHelp.tsx';
import { Privacy } from './help/Privacy.tsx';
import { Reading } from './help/Reading.tsx';
import { Sharing } from './help/Sharing.tsx';
import { PageHead } from './PageHead.tsx';

export default function HelpPage() {
  usePageTitle('Help');
  return (
    <>
      <PageHead title="Help">
        What the parts of a page mean, which keys work, and where your data is.
      </PageHead>
      <div className="prose">
        <Reading />
        <NotebookHelp />
        <Keys />
        <Measuring />
        <Sharing />
        <Privacy />
      </div>
    </>
  );
}
