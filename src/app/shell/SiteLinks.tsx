import { useRoute } from '../routing/place.ts';
import { siteLinks } from './siteLinks.ts';

/** Whether a link leads to the page that is shown, or to the room that the page is in. */
const currentAt = (path: string, link: string) =>
  path === link ? 'page' : path.startsWith(`${link}/`) ? 'true' : undefined;

export function SiteLinks({ className }: { className?: string | undefined }) {
  const { path } = useRoute();
  return (
    <nav className={className} aria-label="Pages">
      <ul>
        {siteLinks.map((link) => (
          <li key={link.path}>
            <a href={link.href} aria-current={currentAt(path, link.path)}>
              {link.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
