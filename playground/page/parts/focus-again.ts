/** Focuses what had the focus before; where that is gone, the box that one types into. */
export function focusAgain(before: Element | null): void {
  const usable = before instanceof HTMLElement && before.isConnected && before !== document.body;
  const target = usable ? before : document.querySelector<HTMLElement>('.composer textarea');
  target?.focus();
}
