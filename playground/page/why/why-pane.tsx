import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Why } from '../../protocol.ts';
import { PaneHead } from '../parts/pane-head.tsx';
import { ScrollArea } from '../parts/scroll-area.tsx';
import { lookUp } from '../state/look-up.ts';
import type { MessageKey } from '../state/play.ts';
import { usePlay } from '../state/play.ts';
import { Payloads } from './payloads.tsx';
import { Question } from './question.tsx';

/** Why a reply is what it is: for a press officer in words, for a developer every payload. */
export function WhyPane({ of }: { readonly of: MessageKey }): JSX.Element {
  const { go, announce } = usePlay();
  const [why, setWhy] = useState<Why | string | null>(null);
  useEffect(() => {
    let wanted = true;
    const query = new URLSearchParams({ channel: of.channel, ts: of.ts });
    void lookUp<Why>(`/why?${query}`).then(({ found, problem }) => {
      if (!wanted) return;
      setWhy(found ?? problem ?? 'The playground can’t be reached.');
      announce('The explanation is shown.');
    });
    return () => {
      wanted = false;
    };
  }, [of.channel, of.ts]);
  return (
    <section class="side why" aria-label="Why this answer">
      <PaneHead title="Why this answer" detail="" focus onClose={() => go({ why: null })} />
      <ScrollArea class="why-body" label="The explanation">
        {why === null && <p class="empty">Looking it up…</p>}
        {typeof why === 'string' && <p class="empty">{why}</p>}
        {why !== null && typeof why !== 'string' && (
          <>
            {why.questions.length === 0 && <p class="empty">No question was weighed here.</p>}
            {why.questions.map((question, index) => (
              <Question key={`${index} ${question.asked}`} question={question} />
            ))}
            <Payloads exchanges={why.exchanges} />
          </>
        )}
      </ScrollArea>
    </section>
  );
}
