/** Reads JSON from the playground; undefined where it has none or can't be reached. */
export async function lookUp<Found>(address: string): Promise<Found | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    const found: Found = await response.json();
    return found;
  } catch {
    return undefined;
  }
}
