import { randomUUID } from 'node:crypto';

/** Names that never change: the team, the app and its bot user. */
export const TEAM = {
  id: 'T0TEAM',
  domain: 'newsroom',
  url: 'https://newsroom.slack.example/',
  appId: 'A0APP',
  botId: 'B0BOT',
  botUser: 'U0BOT',
} as const;

/** Who says what Slack itself has to say. */
export const SLACKBOT = 'USLACKBOT';

/** The credentials that this Slack accepts, besides the signing secret. */
export const SECRETS = {
  botToken: 'xoxb-1111111111-2222222222-localslack',
  appToken: 'xapp-1-A0APP-3333333333-localslack',
  signingSecret: '0123456789abcdef0123456789abcdef',
} as const;

/** A new id as Slack makes them: one letter, then capitals and digits. */
export function newId(letter: string): string {
  return `${letter}${randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`;
}
