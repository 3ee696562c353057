import type { Snapshot } from '../../protocol.ts';

/** One thing that the menu above a message box offers. */
export interface Offer {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** What the box holds once it is chosen, and where the caret then is. */
  readonly text: string;
  readonly caret: number;
}

/**
 * What can be completed at the caret: a command where the text starts with "/", a person or the bot
 * after "@". Nothing where there is nothing to complete.
 */
export function offersFor(text: string, caret: number, world: Snapshot): Offer[] {
  if (/^\/\S*$/.test(text)) return commandsFor(text, world);
  const before = text.slice(0, caret);
  const typed = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(before)?.[1];
  if (typed === undefined) return [];
  const start = before.length - typed.length;
  return [{ ...world.bot, role: 'App' }, ...world.people]
    .filter(({ name }) => startsWith(name, typed))
    .map(({ id, name, role }) => {
      const written = `${text.slice(0, start)}${name} `;
      return {
        key: id,
        label: `@${name}`,
        detail: role,
        text: `${written}${text.slice(caret)}`,
        caret: written.length,
      };
    });
}

function commandsFor(text: string, { commands }: Snapshot): Offer[] {
  return commands
    .filter(({ name }) => startsWith(name, text) && name !== text)
    .map(({ name, hint, description }) => ({
      key: name,
      label: `${name} ${hint}`,
      detail: description,
      text: `${name} `,
      caret: name.length + 1,
    }));
}

function startsWith(name: string, typed: string): boolean {
  return name.toLowerCase().startsWith(typed.toLowerCase());
}
