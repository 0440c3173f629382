import { parts } from '../../lessons/catalog.ts';
import { useRoute } from '../routing/place.ts';
import { usePageTitle } from '../routing/usePageTitle.ts';

export function NotFoundPage() {
  const { path } = useRoute();
  usePageTitle('No such page');
  return (
    <div className="prose">
      <h1>No such page</h1>
      <p>
        Nothing in this course has the address <code>#{path.slice(0, 80)}</code>. Lessons are at addresses
        such as <code>#/lesson/2.4</code>, parts at <code>#/part/2</code>.
      </p>
      <p>
        Go to <a href="#/">the start</a>, to a part below, or open the <a href="#/gallery">gallery</a> of all
        widgets.
      </p>
      <ol>
        {parts.map((part) => (
          <li key={part.number}>
            <a href={`#/part/${part.number}`}>{part.title}</a>
          </li>
        ))}
      </ol>
    </div>
  );
}
