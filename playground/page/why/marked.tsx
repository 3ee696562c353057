import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MarkedText } from '../../protocol.ts';
import { ScrollArea } from '../parts/scroll-area.tsx';

/** A release's text with the passages marked; the first mark is brought into view. */
export function Marked({
  paragraphs,
}: {
  readonly paragraphs: readonly MarkedText[];
}): JSX.Element {
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    const mark = text.current?.querySelector<HTMLElement>('mark');
    if (mark && text.current) text.current.scrollTop = mark.offsetTop - text.current.offsetTop - 48;
  }, []);
  return (
    <ScrollArea area={text} class="release-text" label="The release’s text">
      {paragraphs.map(({ label, stretches }, index) => (
        <p key={`${index} ${label}`} class="paragraph">
          <small>{label}</small>
          {stretches.map(({ text: words, marked }, at) =>
            marked ? (
              <mark key={`mark${at}`}>{words}</mark>
            ) : (
              <span key={`words${at}`}>{words}</span>
            ),
          )}
        </p>
      ))}
    </ScrollArea>
  );
}
