import { describe } from 'vitest';
import { useDeskBot } from '../support/desk-bot.ts';
import { atTheDesk } from './surfaces/at-the-desk.ts';

describe('the press desk over HTTP', { timeout: 90_000 }, () => {
  atTheDesk(useDeskBot('http'));
});
