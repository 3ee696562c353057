import type { Bot } from '../support/bot.ts';
import { buttons } from './buttons.ts';
import { conversation } from './conversation.ts';
import { forgedButtons } from './forged-buttons.ts';
import { leftAlone } from './left-alone.ts';
import { deadMarkup } from './markup.ts';
import { slashCommand } from './slash-command.ts';
import { webApiTrouble } from './web-api-trouble.ts';

/** All that people can do in Slack, and that must be the same over both transports. */
export function surfaces(bot: () => Bot): void {
  slashCommand(bot);
  conversation(bot);
  leftAlone(bot);
  deadMarkup(bot);
  buttons(bot);
  forgedButtons(bot);
  webApiTrouble(bot);
}
