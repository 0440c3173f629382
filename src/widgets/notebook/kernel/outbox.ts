import { encodeMessage, type KernelEvent, limits } from '../../../engine/notebook/index.ts';

/**
 * Sends events at once, as long as they keep to half of what the frame passes on in a second; the rest waits for the
 * next second. So honest cells never meet the frame's limit, however many run together.
 */
export function createOutbox(post: (text: string) => void): (event: KernelEvent) => number {
  const waiting: string[] = [];
  const budget = { begun: 0, messages: 0, characters: 0 };

  const fits = (text: string) => {
    const now = performance.now();
    if (now - budget.begun >= 1000) Object.assign(budget, { begun: now, messages: 0, characters: 0 });
    budget.messages += 1;
    budget.characters += text.length;
    return (
      budget.messages <= limits.messagesPerSecond / 2 && budget.characters <= limits.charactersPerSecond / 2
    );
  };

  const flush = () => {
    for (let text = waiting[0]; text !== undefined; text = waiting[0]) {
      if (!fits(text)) {
        setTimeout(flush, 1000);
        return;
      }
      waiting.shift();
      post(text);
    }
  };

  return (event) => {
    const text = encodeWithin(event);
    if (waiting.length === 0 && fits(text)) post(text);
    else if (waiting.push(text) === 1) setTimeout(flush, 1000);
    return text.length;
  };
}

function encodeWithin(event: KernelEvent): string {
  const text = encodeMessage(event);
  if (text.length <= limits.message || event.type !== 'output') return text;
  return encodeMessage({ ...event, output: { kind: 'notice', text: 'An output was too large to show.' } });
}
