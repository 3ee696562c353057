import type { JSX } from 'preact';
import { useConfirm } from '../parts/confirm.tsx';
import { safeUrl } from '../text/mrkdwn.ts';
import { useBlockEnv } from './block-env.ts';
import type { ElementProps } from './element.tsx';
import { nameOf, readString, readText } from './read.ts';
import { plainWords } from './rich-words.tsx';

/** A button: plain, primary or danger, asking first where it says so, or a link that also tells. */
export function BlockButton({ element, blockId }: ElementProps): JSX.Element {
  const { use, disabled } = useBlockEnv();
  const confirm = useConfirm();
  const text = readText(element.text);
  const style = readString(element.style) ?? '';
  const url = safeUrl(readString(element.url) ?? '');
  const press = (): void =>
    confirm(element.confirm, () => {
      const { type, action_id, value } = element;
      use({ type, block_id: blockId, action_id, value, text: element.text, style: element.style });
    });
  const shared = {
    class: `button ${style}`,
    'aria-label': readString(element.accessibility_label),
    onClick: press,
  };
  const words = text ? plainWords(text) : nameOf(element);
  if (url !== undefined) {
    return (
      <a {...shared} href={url} target="_blank" rel="noopener noreferrer">
        {words}
      </a>
    );
  }
  return (
    <button {...shared} type="button" disabled={disabled}>
      {words}
    </button>
  );
}
