import { describe } from 'vitest';
import { useBot } from './support/use-bot.ts';
import { surfaces } from './surfaces/surfaces.ts';

describe('over Socket Mode', { timeout: 60_000 }, () => {
  surfaces(useBot('socket'));
});
