import type { Page } from '@playwright/test';

export type Theme = 'light' | 'dark';

/** Sets the system's theme, which the page follows unless the reader chose one. Works at any time. */
export const setTheme = (page: Page, theme: Theme) => page.emulateMedia({ colorScheme: theme });
