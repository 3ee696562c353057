import type { Message, MessagePart } from './message.ts';

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
      return [part.text];
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
