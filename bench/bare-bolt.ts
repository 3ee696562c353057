import { App } from '@slack/bolt';

/**
 * The least that acknowledges a slash command: what Bolt, Node and the loopback take by themselves.
 * A process of its own; it says `ready` on standard output.
 */
const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', PORT } = process.env;
const app = new App({
  token: SLACK_BOT_TOKEN,
  signingSecret: SLACK_SIGNING_SECRET,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command('/hmicfrs', async ({ ack }) => {
  await ack();
});
await app.start(Number(PORT));
console.log('ready');
