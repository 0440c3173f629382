import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
// The development server writes the styles of modules into the page: before the policy is there.
import '../../../../src/widgets/notebook/editor/codeMirror/RichEditor.tsx';
import { complaints, user } from '../../support/show.tsx';
import { showEditor, until } from './showEditor.tsx';

it('needs no styles that the site’s policy forbids', async () => {
  await page.viewport(1440, 900);
  const heard = complaints();
  const violations: string[] = [];
  const listen = (event: SecurityPolicyViolationEvent) => violations.push(event.violatedDirective);
  document.addEventListener('securitypolicyviolation', listen);
  onTestFinished(() => document.removeEventListener('securitypolicyviolation', listen));
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = "style-src 'self'";
  document.head.append(policy);

  const { root, content } = await showEditor({
    source: 'f(1)\n',
    diagnostics: [{ message: 'no', place: { line: 1, column: 1 } }],
  });
  const exchanged = await content();
  await user.hover(root.querySelector('.cm-problem') ?? exchanged);
  await until(() => root.querySelector('.cm-problem-tip'));
  await user.focus(exchanged);
  await user.press('stats.quantile(');
  await until(() => root.querySelector('.cm-signature'));
  await user.press('stats.');
  await until(() => root.querySelector('.cm-completionInfo'));
  expect(violations).toEqual([]);
  expect(heard).toEqual([]);
  // … and it has its styles: the layout of CodeMirror and the colours of the theme.
  expect(getComputedStyle(exchanged).whiteSpace).toBe('pre');
  expect(getComputedStyle(root.querySelector('.cm-scroller') ?? exchanged).lineHeight).toBe('21px');

  const refused = document.createElement('style');
  refused.textContent = 'h1 { color: red }';
  document.head.append(refused);
  await until(() => violations.length > 0);
  expect(violations).toEqual(['style-src-elem']);
});
