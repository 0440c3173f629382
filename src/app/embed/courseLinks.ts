/** In an iframe, a link to a page of the course (“#/evidence”) opens the course itself, beside the host's page. */
export function openCourseLinksApart(): void {
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest('a[href^="#/"]');
    if (!(link instanceof HTMLAnchorElement)) return;
    link.href = courseHref(link.getAttribute('href') ?? '#/');
    link.target = '_blank';
    link.rel = 'noopener';
  });
}

/** Address of a page of the course, from the page that embeds one widget of it. */
export const courseHref = (route: string): string => new URL(`./${route}`, document.baseURI).href;
