const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The id of a community in its address, or alone; null when there is none. */
export const communityIdIn = (address: string): string | null => uuid.exec(address)?.[0].toLowerCase() ?? null;
