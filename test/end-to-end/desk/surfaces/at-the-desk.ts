import type { DeskBot } from '../../support/desk-bot.ts';
import { acting } from './acting.ts';
import { answering } from './answering.ts';
import { commands } from './commands.ts';
import { handingOver } from './handing-over.ts';

/** All that people can do at the press desk, the same over both transports. */
export function atTheDesk(bot: () => DeskBot): void {
  handingOver(bot);
  acting(bot);
  answering(bot);
  commands(bot);
}
