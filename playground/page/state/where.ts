import type { Channel, Snapshot } from '../../protocol.ts';
import type { Route } from './route.ts';

/** The channel that is shown: the address's, or the first that the bot is in. */
export function shownChannel(world: Snapshot, route: Route): Channel | undefined {
  return (
    world.channels.find(({ id }) => id === route.channel) ??
    world.channels.find(({ kind, hasBot }) => kind !== 'im' && hasBot) ??
    world.channels[0]
  );
}

/** The direct message with the bot. */
export function directMessage(world: Snapshot): Channel | undefined {
  return world.channels.find(({ kind }) => kind === 'im');
}

/** "#newsroom", or the bot's name. */
export function channelLabel(channel: Channel): string {
  return channel.kind === 'im' ? channel.name : `#${channel.name}`;
}
