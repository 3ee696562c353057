import type { Person } from '../local-slack/model.ts';
import { TEAM } from '../local-slack/names.ts';
import type { Workspace } from '../local-slack/workspace.ts';

/**
 * Who can be acted as, the first one where nobody was chosen. All made up; the ids never change, so
 * that a page which was open before finds its person again.
 */
const PEOPLE: readonly Pick<Person, 'id' | 'name' | 'role'>[] = [
  { id: 'U0REPORTER', name: 'Robin Ferrow', role: 'Reporter, Daily Example' },
  { id: 'U0OFFICERA', name: 'Asha Lindqvale', role: 'Press officer' },
  { id: 'U0OFFICERB', name: 'Tom Okonbury', role: 'Press officer, on duty out of hours' },
];

/** The press desk: its members are its officers. */
export const DESK_CHANNEL = 'C0PRESSDESK';

/** Fills an empty workspace: everybody, a channel of each sort, and each one's talk with the bot. */
export function fillWorkspace(workspace: Workspace, botName: string): void {
  const people = PEOPLE.map((person) => workspace.addPerson(person).id);
  const [, ...officers] = people;
  const bot = TEAM.botUser;
  workspace.addChannel({
    id: 'C0NEWSROOM',
    name: 'newsroom',
    kind: 'public',
    members: [...people, bot],
  });
  workspace.addChannel({
    id: DESK_CHANNEL,
    name: 'press-desk',
    kind: 'private',
    members: [...officers, bot],
  });
  // Without the bot: so that a mention which reaches nobody can be seen.
  workspace.addChannel({ id: 'C0OFFTOPIC', name: 'off-topic', kind: 'public', members: people });
  people.forEach((person, index) => {
    const id = `D0DIRECT${index + 1}`;
    workspace.addChannel({ id, name: botName, kind: 'im', members: [person, bot] });
  });
}
