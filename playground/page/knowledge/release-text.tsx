import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { KnowledgeRelease, MarkedText } from '../../protocol.ts';

interface ReleaseTextProps {
  readonly release: KnowledgeRelease;
  readonly onChoose: (entries: readonly string[]) => void;
}

/** The text with every passage marked; looking at one tells which entries use it. */
export function ReleaseText({ release, onChoose }: ReleaseTextProps): JSX.Element {
  const [looked, setLooked] = useState<readonly string[]>([]);
  const titles = looked.map((id) => release.entries.find((entry) => entry.id === id)?.title ?? id);
  return (
    <div class="text-side">
      <h4>The text</h4>
      <p class="used-by" role="status">
        {titles.length > 0
          ? `Used by: ${titles.join('; ')}`
          : 'Marked passages are used by entries: point at one, or reach it by keyboard.'}
      </p>
      <div class="release-text whole">
        {release.text.map((paragraph, index) => (
          <Paragraph
            key={`${index} ${paragraph.label}`}
            paragraph={paragraph}
            onLook={setLooked}
            onChoose={onChoose}
          />
        ))}
      </div>
      <details class="unused">
        <summary>What no entry uses ({release.unused.length})</summary>
        <ul>
          {release.unused.map((sentence, index) => (
            <li key={`${index} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface ParagraphProps {
  readonly paragraph: MarkedText;
  readonly onLook: (entries: readonly string[]) => void;
  readonly onChoose: (entries: readonly string[]) => void;
}

function Paragraph({ paragraph, onLook, onChoose }: ParagraphProps): JSX.Element {
  return (
    <p class="paragraph">
      <small>{paragraph.label}</small>
      {paragraph.stretches.map(({ text, marked, entries }, at) =>
        marked && text.trim() !== '' ? (
          // A link, because a button's words don't run on over several lines.
          <a
            key={`mark${at}`}
            class="passage"
            href={`#${entries[0] ?? ''}`}
            onMouseEnter={() => onLook(entries)}
            onFocus={() => onLook(entries)}
            onClick={(event) => {
              event.preventDefault();
              onChoose(entries);
            }}
          >
            <mark>{text}</mark>
          </a>
        ) : (
          // The space between two passages leads nowhere, even where a third one spans it.
          <span key={`words${at}`}>{marked ? <mark>{text}</mark> : text}</span>
        ),
      )}
    </p>
  );
}
