import type { JSX } from 'preact';
import type { Exchange } from '../../protocol.ts';
import { ScrollArea } from '../parts/scroll-area.tsx';
import { timeInWords } from '../text/london.ts';

/** Everything that went each way for a reply, as it was sent. */
export function Payloads({ exchanges }: { readonly exchanges: readonly Exchange[] }): JSX.Element {
  return (
    <details class="payloads">
      <summary>Payloads ({exchanges.length})</summary>
      {exchanges.map(({ way, what, at, payload, answer }, index) => (
        <details key={`${index} ${what}`} class="payload">
          <summary>
            <span aria-hidden="true">{way === 'to the bot' ? '→ ' : '← '}</span>
            {`${what}, ${way}, ${timeInWords(at)}`}
          </summary>
          <Json title={`Payload of ${what}`} value={payload} />
          {answer !== undefined && <Json title={`Answer to ${what}`} value={answer} />}
        </details>
      ))}
    </details>
  );
}

function Json({ title, value }: { readonly title: string; readonly value: unknown }): JSX.Element {
  return (
    <>
      <p>{title}</p>
      <ScrollArea class="json" label={title}>
        <pre>{JSON.stringify(value, null, 2)}</pre>
      </ScrollArea>
    </>
  );
}
