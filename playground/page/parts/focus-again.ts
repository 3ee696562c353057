/**
 * Focuses what had the focus before; where that is gone, the box that one types into. Once the page
 * is drawn without what is being closed: until then, on a narrow screen, the rest is hidden.
 */
export function focusAgain(before: Element | null): void {
  queueMicrotask(() => {
    const usable = before instanceof HTMLElement && before.isConnected && before !== document.body;
    const target = usable ? before : document.querySelector<HTMLElement>('.composer textarea');
    target?.focus();
  });
}
