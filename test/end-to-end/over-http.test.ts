import { describe } from 'vitest';
import { useBot } from './support/use-bot.ts';
import { httpWire } from './surfaces/http-wire.ts';
import { surfaces } from './surfaces/surfaces.ts';

describe('over HTTP', { timeout: 60_000 }, () => {
  const bot = useBot('http');
  surfaces(bot);
  httpWire(bot);
});
