import { useEffect } from 'react';

/** Names the page in the browser's title, history and tabs. Home has the product's name alone. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · Goodput` : 'Goodput: model serving, computed in the page';
  }, [title]);
}
