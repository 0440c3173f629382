import '../widgets/theme/tokens.css';
import '../widgets/theme/fonts.css';
import './styles/reset.css';
import './styles/base.css';
import './styles/print.css';
import { loadText } from '../lessons/texts.ts';
import { reloadOnceWhenChunksAreGone } from './errors/reloadOnce.ts';
import { loadPage } from './pageLoaders.ts';
import { pageName, readHash } from './routing/hashRoute.ts';

/*
 * The start: as small as it can be, so that React and the page of the present address are fetched side by side
 * rather than one after the other.
 */
reloadOnceWhenChunksAreGone();
const { path } = readHash(location.hash);
const ahead = [
  loadPage(pageName(path)),
  pageName(path) === 'lesson' ? loadText(path.slice('/lesson/'.length)) : undefined,
];
// Whatever could not be fetched is asked for again by the page that needs it, which says what is wrong.
void Promise.all([import('./mount.tsx'), Promise.allSettled(ahead)]).then(([{ mount }]) => mount());
