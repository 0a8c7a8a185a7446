const ADDRESS = /\b[a-z][a-z0-9+.-]*:\/\/[^\s"”)]+/giu;

/**
 * A sentence with a blog's name in place of every address. Addresses of the configuration file may be private: nobody in
 * a chat learns them.
 */
export function hideAddresses(sentence: string, name: string): string {
  return sentence.replace(ADDRESS, name);
}
