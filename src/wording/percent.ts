/** "62%": a share from 0 to 1. Never "100%" of what is not quite certain. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  return `${share < 1 ? Math.min(whole, 99) : whole}%`;
}
