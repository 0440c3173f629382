import { Route, Switch } from 'wouter';
import { findLesson, parts } from '../lessons/catalog.ts';
import { NotFoundPage } from './pages/NotFoundPage.tsx';
import { UnwrittenPage } from './pages/UnwrittenPage.tsx';
import {
  EvidencePage,
  GalleryPage,
  GlossaryPage,
  HelpPage,
  HomePage,
  PartPage,
  SettingsPage,
} from './pages.ts';

/** The page of the present route. */
export function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/part/:number">{({ number }) => <PartRoute number={number} />}</Route>
      <Route path="/lesson/:id">{({ id }) => <LessonRoute id={id} />}</Route>
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

function LessonRoute({ id }: { id: string }) {
  const lesson = findLesson(id);
  if (!lesson) return <NotFoundPage />;
  return <UnwrittenPage lesson={lesson} />;
}
