import type { JSX } from 'preact';
import type { WhyQuestion } from '../../protocol.ts';
import { Marked } from './marked.tsx';

/** One question of a message: what was understood, what was thought of, what was decided. */
export function Question({ question }: { readonly question: WhyQuestion }): JSX.Element {
  const { understood, candidates, evidence, confidence, verdict, place } = question;
  return (
    <section class="why-question">
      <h3 class="asked">“{question.asked}”</h3>
      <p class="verdict">{verdict}</p>
      <Confidence value={confidence} />
      <Sentences title="What was understood" sentences={understood} />
      <h4>Candidates</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">Entry</th>
            <th scope="col">Score</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ key, title, score, kind }) => (
            <tr key={key}>
              <td>
                {title} <small>{kind === 'declined' ? `declined topic, ${key}` : key}</small>
              </td>
              <td class="number">{score.toFixed(2).replace('-', '−')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Sentences title="Evidence" sentences={evidence} />
      {place && (
        <>
          <h4>Where it stands in the release</h4>
          <p class="release-name">{place.release}</p>
          <Marked paragraphs={place.paragraphs} />
        </>
      )}
    </section>
  );
}

function Confidence({ value }: { readonly value: number }): JSX.Element {
  const percent = `${Math.round(value * 100)}%`;
  return (
    <p class="confidence">
      <span>Confidence {percent}</span>
      <progress max={1} value={value} aria-label="Confidence" />
    </p>
  );
}

function Sentences({
  title,
  sentences,
}: {
  readonly title: string;
  readonly sentences: readonly string[];
}) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {sentences.map((sentence, index) => (
          <li key={`${index} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
