import { EditorView } from '@codemirror/view';

const floating = {
  border: '1px solid var(--rule-strong)',
  borderRadius: 'var(--radius)',
  backgroundColor: 'var(--raised)',
  color: 'var(--ink)',
};

const code = { fontFamily: 'var(--font-code)', fontVariantLigatures: 'none', fontSize: 'var(--size-1)' };

/** CodeMirror in the product's tokens, on the lines and insets that the plain field has. */
export const theme = EditorView.theme({
  '&': { backgroundColor: 'transparent', fontSize: 'var(--code-size)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-code)',
    fontVariantLigatures: 'none',
    lineHeight: 'var(--code-line)',
    scrollbarWidth: 'thin',
  },
  '.cm-content': { padding: '0.625rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.75rem' },
  '.cm-lineWrapping': { whiteSpace: 'pre-wrap' },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--rule-strong)',
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'var(--bad-soft)' },

  '.cm-problem': {
    textDecoration: 'underline wavy var(--bad) 1px',
    textUnderlineOffset: '0.25em',
    textDecorationSkipInk: 'none',
  },
  '.cm-tooltip': {
    ...floating,
    fontFamily: 'var(--font-interface)',
    fontSize: 'var(--size-2)',
    zIndex: '20',
  },
  '&:not(.cm-focused) .cm-tooltip:is(.cm-signature, .cm-problem-tip)': { visibility: 'hidden' },
  '.cm-problem-tip': {
    maxWidth: 'min(36rem, 90vw)',
    padding: '0.25rem 0.5rem',
    borderColor: 'var(--bad)',
    backgroundColor: 'var(--bad-soft)',
    color: 'var(--bad-text)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.cm-tooltip-hover': { border: 'none', backgroundColor: 'transparent' },
  '.cm-tooltip-section.cm-problem-tip': {
    border: '1px solid var(--bad)',
    borderRadius: 'var(--radius)',
  },

  '.cm-signature': {
    maxWidth: 'min(44rem, 92vw)',
    maxHeight: '12rem',
    padding: '0.25rem 0.5rem',
    overflow: 'auto',
    scrollbarWidth: 'thin',
  },
  '.cm-reference-code': { ...code, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.cm-reference-types': {
    ...code,
    margin: '0.375rem 0 0',
    color: 'var(--ink-soft)',
    whiteSpace: 'pre-wrap',
  },
  '.cm-reference-prose': { margin: '0.375rem 0 0', fontSize: 'var(--size-1)', lineHeight: '1.5' },
  '.cm-reference-example': {
    ...code,
    margin: '0.5rem 0 0',
    padding: '0.375rem 0 0',
    borderTop: '1px solid var(--rule)',
    color: 'var(--ink-soft)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },

  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    minWidth: '12rem',
    maxWidth: 'min(26rem, 92vw)',
    maxHeight: '15rem',
    fontFamily: 'var(--font-code)',
    fontSize: 'var(--size-2)',
    scrollbarWidth: 'thin',
    '& > li': {
      display: 'flex',
      alignItems: 'baseline',
      gap: '1rem',
      padding: '0.125rem 0.5rem',
      lineHeight: '1.5',
    },
    '& > li[aria-selected]': { backgroundColor: 'var(--accent-soft)', color: 'var(--ink)' },
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600', color: 'var(--accent)' },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    fontFamily: 'var(--font-interface)',
    fontSize: 'var(--size-1)',
    fontStyle: 'normal',
    color: 'var(--ink-soft)',
  },
  '.cm-tooltip.cm-completionInfo': {
    ...floating,
    maxHeight: '22rem',
    padding: '0.5rem 0.625rem',
    overflow: 'auto',
    scrollbarWidth: 'thin',
    whiteSpace: 'normal',
  },
  // No room for both.
  '@media (width < 40rem)': {
    '&:has(.cm-tooltip-autocomplete) .cm-tooltip.cm-signature': { visibility: 'hidden' },
  },
  '@media (pointer: coarse)': {
    '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { paddingBlock: '0.5rem' },
  },
});
