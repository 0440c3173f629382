/** The pages beside the course, in the order in which the top bar names them. */
export const siteLinks = [
  { href: '#/notebook', path: '/notebook', title: 'Notebook' },
  { href: '#/lab', path: '/lab', title: 'Lab' },
  { href: '#/gallery', path: '/gallery', title: 'Gallery' },
  { href: '#/evidence', path: '/evidence', title: 'Evidence' },
  { href: '#/glossary', path: '/glossary', title: 'Glossary' },
  { href: '#/help', path: '/help', title: 'Help' },
  { href: '#/settings', path: '/settings', title: 'Settings' },
] as const;
