import '../widgets/theme/tokens.css';
import '../widgets/theme/fonts.css';
import './styles/reset.css';
import './styles/base.css';
import './styles/print.css';
import { reloadOnceWhenChunksAreGone } from './errors/reloadOnce.ts';
import { loadPage } from './lazyPages.ts';
import { pageName, readHash } from './routing/hashRoute.ts';

/*
 * The start: as small as it can be, so that React and the page of the present address are fetched side by side
 * rather than one after the other.
 */
reloadOnceWhenChunksAreGone();
void loadPage(pageName(readHash(location.hash).path));
void import('./mount.tsx').then(({ mount }) => mount());
