/** What the server has written into the page of the house that it is: before anything was asked. */
const told = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content.trim() ?? '';

/** What the company calls its network. */
export const houseName = (): string => told('application-name') || 'Parvis';

/** Tags of the languages that it offers, its own first; empty: nothing is said. */
export const toldLanguages = (): string[] => told('parvis:languages').split(' ').filter(Boolean);
