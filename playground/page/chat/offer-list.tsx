import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { usePlay } from '../state/play.ts';
import type { Offer } from './completion.ts';

interface OfferListProps {
  readonly id: string;
  readonly offers: readonly Offer[];
  readonly active: number;
  readonly onChoose: (offer: Offer) => void;
}

/** What can be completed, above the box; the focus stays in the box. */
export function OfferList({ id, offers, active, onChoose }: OfferListProps): JSX.Element {
  const { announce } = usePlay();
  const count = offers.length;
  useEffect(() => {
    announce(`${count} ${count === 1 ? 'suggestion' : 'suggestions'}: arrow keys choose.`);
  }, [count]);
  return (
    <div class="offers" id={id} role="listbox" aria-label="Suggestions">
      {offers.map((offer, index) => (
        // The keyboard has its own way, in the box: arrows and Enter.
        <div
          key={offer.key}
          id={`${id}-${index}`}
          class="offer"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(offer);
          }}
        >
          <span>{offer.label}</span>
          <small>{offer.detail}</small>
        </div>
      ))}
    </div>
  );
}
