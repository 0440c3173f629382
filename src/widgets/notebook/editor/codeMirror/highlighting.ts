import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

/** Colours come from the design tokens `--code-*`. The typeface has no italic, so emphasis stays upright. */
export const highlighting = syntaxHighlighting(
  HighlightStyle.define([
    { tag: [tags.keyword, tags.self, tags.null, tags.bool, tags.modifier], color: 'var(--code-keyword)' },
    { tag: [tags.string, tags.special(tags.string), tags.regexp], color: 'var(--code-string)' },
    { tag: [tags.number, tags.atom, tags.escape], color: 'var(--code-number)' },
    { tag: [tags.typeName, tags.className, tags.namespace], color: 'var(--code-type)' },
    {
      tag: [tags.function(tags.variableName), tags.function(tags.propertyName)],
      color: 'var(--code-function)',
    },
    { tag: [tags.comment, tags.quote], color: 'var(--code-comment)' },
    { tag: tags.heading, color: 'var(--ink)', fontWeight: '600' },
    { tag: tags.strong, fontWeight: '600' },
    { tag: tags.monospace, color: 'var(--code-string)' },
    { tag: [tags.link, tags.url], color: 'var(--code-function)' },
    { tag: [tags.processingInstruction, tags.contentSeparator], color: 'var(--code-comment)' },
  ]),
);
