import { choice } from '../../frame/parameters.ts';

export const batchChoice = choice({
  label: 'Batch size (rows in one inference)',
  options: { 1: '1', 8: '8', 64: '64', 256: '256' },
  default: '64',
  help: 'More rows make one inference longer and each row cheaper.',
});
