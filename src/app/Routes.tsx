import { Route, Switch } from 'wouter';
import { parts } from '../lessons/catalog.ts';
import {
  EvidencePage,
  GalleryPage,
  GlossaryPage,
  HelpPage,
  HomePage,
  LabRoom,
  LessonPage,
  NotebookPage,
  PartPage,
  SettingsPage,
} from './lazyPages.ts';
import { NotFoundPage } from './pages/NotFoundPage.tsx';

/** The page of the present route. */
export function Routes() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/part/:number">{({ number }) => <PartRoute number={number} />}</Route>
      <Route path="/lesson/:id">{({ id }) => <LessonPage id={id} />}</Route>
      <Route path="/notebook" component={NotebookPage} />
      <Route path="/lab/:id?">{({ id }) => <LabRoom id={id} />}</Route>
      <Route path="/gallery/:id?">{({ id }) => <GalleryPage id={id} />}</Route>
      <Route path="/evidence" component={EvidencePage} />
      <Route path="/glossary" component={GlossaryPage} />
      <Route path="/help" component={HelpPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route component={NotFoundPage} />
    </Switch>
  );
}

function PartRoute({ number }: { number: string }) {
  const part = parts.find((candidate) => String(candidate.number) === number);
  return part ? <PartPage part={part} /> : <NotFoundPage />;
}
