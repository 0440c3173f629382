import { useRoute } from '../routing/place.ts';
import { siteLinks } from './siteLinks.ts';

export function SiteLinks({ className }: { className?: string | undefined }) {
  const { path } = useRoute();
  return (
    <nav className={className} aria-label="Pages">
      <ul>
        {siteLinks.map((link) => (
          <li key={link.path}>
            <a href={link.href} aria-current={path === link.path ? 'page' : undefined}>
              {link.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
