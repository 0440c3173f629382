import '../widgets/theme/tokens.css';
import '../widgets/theme/fonts.css';
import './styles/reset.css';
import './styles/base.css';
import './embed/embed.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openCourseLinksApart } from './embed/courseLinks.ts';
import { EmbedPage } from './embed/EmbedPage.tsx';
import { reportHeight } from './embed/reportHeight.ts';
import { reloadOnceWhenChunksAreGone } from './errors/reloadOnce.ts';

/* One widget for an iframe in somebody's page: `embed.html#utilization?arrivalRate=9`. It works without storage. */
const root = document.getElementById('root');
if (!root) throw new Error('embed.html has no element with the id “root”.');
reloadOnceWhenChunksAreGone();
openCourseLinksApart();
reportHeight(root);
createRoot(root).render(
  <StrictMode>
    <EmbedPage />
  </StrictMode>,
);
