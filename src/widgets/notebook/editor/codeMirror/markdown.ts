import { markdown, markdownLanguage } from '@codemirror/lang-markdown';

export const markdownSupport = markdown({ base: markdownLanguage, completeHTMLTags: false });
