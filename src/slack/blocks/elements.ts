import type { types } from '@slack/bolt';
import type { Link } from '../../wording/message.ts';
import { BUTTON_TEXT, VIEW_TITLE } from '../limits.ts';
import { cutText, escapeText } from './text.ts';

/** Text that Slack neither formats nor links: for whatever a person wrote. */
export function plainText(text: string): types.PlainTextElement {
  return { type: 'plain_text', text: escapeText(text), emoji: false };
}

/** A modal's title or button, at most 24 characters. */
export function viewLabel(text: string): types.PlainTextElement {
  return plainText(cutText(text, VIEW_TITLE));
}

/** Text that was escaped already; `verbatim`, so that Slack makes no links or mentions of its own. */
export function mrkdwn(escaped: string): types.MrkdwnElement {
  return { type: 'mrkdwn', text: escaped, verbatim: true };
}

export function section(text: types.PlainTextElement | types.MrkdwnElement): types.SectionBlock {
  return { type: 'section', text };
}

export function context(
  ...elements: (types.PlainTextElement | types.MrkdwnElement)[]
): types.ContextBlock {
  return { type: 'context', elements };
}

export function button(label: string, actionId: string, value: string): types.Button {
  return {
    type: 'button',
    text: plainText(cutText(label, BUTTON_TEXT)),
    action_id: actionId,
    value,
  };
}

/** A link of ours as mrkdwn; the address comes from the knowledge base, never from a person. */
export function linkText({ label, url }: Link): string {
  return `<${escapeText(url).replaceAll('|', '%7C').replaceAll(' ', '%20')}|${escapeText(label)}>`;
}
