import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

/** Characters and lines beyond which a text is folded. */
const LONG = 1500;
const MANY_LINES = 20;

/** What a person wrote, exactly as typed; a very long one is folded, all of it still there. */
export function LongText({ text }: { readonly text: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  const long = text.length > LONG || text.split('\n').length > MANY_LINES;
  return (
    <>
      <p class={`lines typed ${long && !open ? 'folded' : ''}`}>{text}</p>
      {long && (
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Show less' : `Show all ${text.length.toLocaleString('en-GB')} characters`}
        </button>
      )}
    </>
  );
}
