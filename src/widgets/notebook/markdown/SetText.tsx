import { memo, useId } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import '../../formula/formula.css';
import { displayFormulas } from './displayFormulas.ts';
import { elementsFor } from './elements.tsx';
import type { MarkdownProps } from './Markdown.tsx';
import styles from './markdown.module.css';
import { ownFootnotes } from './ownFootnotes.ts';
import { readerFormulas } from './readerFormulas.ts';
import { safeAddress } from './safeAddress.ts';

/** Markdown as elements of the page. HTML in it is text, since nothing here reads HTML. */
export default memo(function SetText({ source, headingLevel = 3 }: MarkdownProps) {
  // Two texts may both have a footnote 1.
  const prefix = `${useId().replaceAll(/[^\w-]/g, '')}-`;
  return (
    <div className={styles.text}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, remarkMath]}
        remarkRehypeOptions={{
          clobberPrefix: prefix,
          footnoteLabelTagName: 'p',
          footnoteLabelProperties: { className: [styles.quiet ?? ''] },
        }}
        rehypePlugins={[displayFormulas, readerFormulas, [ownFootnotes, prefix]]}
        urlTransform={safeAddress}
        components={elementsFor(headingLevel)}
      >
        {source}
      </ReactMarkdown>
    </div>
  );
});
