import { usePlay } from '../state/play.ts';

/**
 * Sends what was typed: a text that starts with "/" is a command, any other a message. `failed`
 * gets the text back where it was not taken.
 */
export function useSend(
  channel: string,
  threadTs: string | undefined,
  failed: (text: string) => void,
): (text: string) => void {
  const { act, tell } = usePlay();
  const send = async (text: string): Promise<void> => {
    const command = /^\/\S*/.exec(text)?.[0];
    if (command !== undefined && threadTs !== undefined) {
      tell(`${command} does not work in threads. Use it in the channel.`);
      failed(text);
      return;
    }
    const answer = await act(
      command === undefined
        ? { kind: 'say', channel, text, ...(threadTs === undefined ? {} : { threadTs }) }
        : { kind: 'command', channel, command, text: text.slice(command.length).trim() },
    );
    if (!answer.ok) failed(text);
  };
  return (text) => void send(text);
}
