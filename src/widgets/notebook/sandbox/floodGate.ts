import { limits } from '../../../engine/notebook/limits.ts';

/** Says of each message of a worker whether it still keeps to the limits of a second. */
export function createFloodGate(now: () => number): (message: unknown) => message is string {
  let begun = now();
  let messages = 0;
  let characters = 0;
  return (message): message is string => {
    if (typeof message !== 'string' || message.length > limits.message) return false;
    const time = now();
    if (time - begun >= 1000) {
      begun = time;
      messages = 0;
      characters = 0;
    }
    messages += 1;
    characters += message.length;
    return messages <= limits.messagesPerSecond && characters <= limits.charactersPerSecond;
  };
}
