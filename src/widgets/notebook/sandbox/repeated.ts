import type { KernelCommand } from '../../../engine/notebook/index.ts';

/** What a fresh worker has to be told again: the cells, and what the page gave them. */
export function createRepeated() {
  let define: KernelCommand | undefined;
  const contexts = new Map<string, KernelCommand>();
  return {
    note(command: KernelCommand) {
      if (command.type === 'define') define = command;
      if (command.type === 'setContext') contexts.set(`${command.name} ${command.scope}`, command);
    },
    commands: (): readonly KernelCommand[] => [...(define ? [define] : []), ...contexts.values()],
  };
}
