import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createPressOffice } from '../src/application/create-press-office.ts';
import type { Logger } from '../src/application/ports.ts';
import { readKnowledge } from '../src/knowledge/watch-knowledge.ts';
import { slackMessages } from '../src/slack/blocks/slack-message.ts';
import { replyMessage } from '../src/wording/reply-message.ts';
import { type Drawing, drawBlocks, type PictureBlock } from './picture-blocks.ts';
import { escapeXml } from './picture-text.ts';

/** Where the picture of README.md stands. */
export const PICTURE_FILE: URL = new URL('../docs/pictures/reply.svg', import.meta.url);

const QUESTION = 'what does cyber crime cost the UK';
/** A Wednesday morning in office hours: the picture must not change with the hour it is drawn at. */
const AT = Date.parse('2026-11-25T10:00Z');
const CLOCK_WORDS = '10:00';

const WIDTH = 760;
const PADDING = 20;
const AVATAR = 36;
const LEFT = PADDING + AVATAR + 12;

const SILENT: Logger = { error() {}, warn() {}, info() {}, debug() {} };

/** The real reply to one question as an SVG: the same blocks that Slack gets, drawn as it draws them. */
export function replyPicture(): string {
  const blocks = replyBlocks();
  const body = drawBlocks(blocks, { left: LEFT, top: 64, width: WIDTH - LEFT - PADDING });
  return svg(body);
}

function replyBlocks(): readonly PictureBlock[] {
  const root = fileURLToPath(new URL('../knowledge', import.meta.url));
  const knowledge = readKnowledge(root, SILENT);
  const pressOffice = createPressOffice({ knowledge, clock: () => AT, logger: SILENT });
  const message = replyMessage(pressOffice.ask(QUESTION), pressOffice.office());
  const [first] = slackMessages(message, { question: QUESTION, share: true });
  return first.blocks as readonly PictureBlock[];
}

function botName(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../manifest.json', import.meta.url), 'utf8'),
  );
  return (manifest as { features: { bot_user: { display_name: string } } }).features.bot_user
    .display_name;
}

const STYLE = `
    text { font-family: "Helvetica Neue", Helvetica, Arial, sans-serif; fill: #1d1c1d; }
    .card { fill: #ffffff; stroke: #d9d9de; }
    .avatar { fill: #1d1d5b; }
    .avatar-letter { fill: #ffffff; font-size: 20px; font-weight: 700; }
    .name { font-size: 15px; font-weight: 700; }
    .badge { fill: #e8e8ec; }
    .badge-text { font-size: 10px; font-weight: 700; fill: #55545a; }
    .faint { font-size: 12px; fill: #616066; }
    .small { font-size: 13px; fill: #55545a; }
    .body { font-size: 15px; }
    .link { fill: #1264a3; }
    .bar { fill: #c4c4cc; }
    .button { fill: none; stroke: #a9a9b2; }
    .button-text { font-size: 13px; font-weight: 700; text-anchor: middle; }
    @media (prefers-color-scheme: dark) {
      text { fill: #d6d7da; }
      .card { fill: #1a1d21; stroke: #3a3d42; }
      .avatar { fill: #4a4ab8; }
      .avatar-letter { fill: #ffffff; }
      .badge { fill: #35373c; }
      .badge-text, .faint, .small { fill: #b4b6bb; }
      .link { fill: #5eb0ef; }
      .bar { fill: #5c5f66; }
      .button { stroke: #6d7077; }
    }`;

function svg({ height, items, words }: Drawing): string {
  const name = botName();
  const total = height + PADDING / 2;
  const title = `A reply of the bot in Slack to the question “${QUESTION}”`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${total}" viewBox="0 0 ${WIDTH} ${total}" role="img" aria-labelledby="title words">
  <title id="title">${escapeXml(title)}</title>
  <desc id="words">${escapeXml(words.join('\n'))}</desc>
  <style>${STYLE}
  </style>
  <rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${total - 1}" rx="8"/>
  <text class="faint" x="${LEFT}" y="24">Only visible to you</text>
  <rect class="avatar" x="${PADDING}" y="34" width="${AVATAR}" height="${AVATAR}" rx="6"/>
  <text class="avatar-letter" x="${PADDING + AVATAR / 2}" y="59" text-anchor="middle">H</text>
  <text class="name" x="${LEFT}" y="48">${escapeXml(name)}</text>
  <rect class="badge" x="${LEFT + 64}" y="36" width="30" height="15" rx="3"/>
  <text class="badge-text" x="${LEFT + 79}" y="47" text-anchor="middle">APP</text>
  <text class="faint" x="${LEFT + 102}" y="48">${CLOCK_WORDS}</text>
${items.map((item) => `  ${item}`).join('\n')}
</svg>
`;
}
