/** The address as a URL, or nothing where it is none. (`URL.parse` came with Node 22; Electron 33 has 20.) */
export function urlOf(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
