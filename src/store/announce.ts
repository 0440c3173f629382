export interface Announcer {
  /** Tells the other holders of this state, in this tab or another, that it has changed on the disk. */
  announce(): void;
  leave(): void;
}

/**
 * Joins those who hold the same saved state. They are told that it has changed, never what it is: each reads it
 * from the database itself. A store does not hear its own announcements.
 */
export function joinAnnouncements(key: string, changed: () => void): Announcer {
  const channel = open(`goodput:state:${key}`);
  // Absent or forbidden (sandboxed frame): tabs then meet at the next write.
  if (!channel) return { announce: () => undefined, leave: () => undefined };
  channel.onmessage = changed;
  return { announce: () => channel.postMessage('changed'), leave: () => channel.close() };
}

function open(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
