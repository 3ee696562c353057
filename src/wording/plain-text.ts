import type { Message, MessagePart, Words } from './message.ts';

/**
 * Every word of a message as plain text: what a terminal prints, what a screen reader and a
 * notification get. Nothing is left out; only buttons, which say nothing of their own, are.
 */
export function messageText(message: Message): string {
  return message.parts.flatMap(partText).join('\n');
}

function partText(part: MessagePart): string[] {
  switch (part.type) {
    case 'heading':
      return [part.text];
    case 'line':
    case 'press-note':
    case 'ring':
    case 'aside':
      return [part.text];
    case 'words':
      return [inMarks(part.text)];
    case 'named':
      return [wordsText(part.words)];
    case 'fields':
      return part.fields
        .map(({ label, value }) => ({ label, text: wordsText(value) }))
        .filter(({ text }) => text.trim() !== '')
        .map(({ label, text }) => `${label}: ${text}`);
    case 'item':
      return [part.who ? `${part.text}\n${wordsText(part.who)}` : part.text];
    case 'quote':
      return part.lines.map((line) => (line.item ? `  • ${line.text}` : `  ${line.text}`));
    case 'source':
      return [part.link ? `${part.text} ${part.link.label} ${part.link.url}` : part.text];
    case 'choices':
      return part.choices.map((choice, index) => `  ${index + 1}. ${choice.title}`);
    case 'actions':
      return [];
  }
}

/** A person's own words between quotation marks. */
export function inMarks(text: string): string {
  return `“${text}”`;
}

/** Words as plain text: who is named by name, or by the id that Slack knows them by. */
export function wordsText(words: Words): string {
  if (typeof words === 'string') return words;
  return words
    .map((each) => (typeof each === 'string' ? each : (each.name ?? `@${each.person}`)))
    .join('');
}
