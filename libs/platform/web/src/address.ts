/** The sub-path where Parvis stands on its host, such as `/parvis`; empty at the top. The server writes it into the page. */
export const subPath = document.querySelector<HTMLMetaElement>('meta[name="parvis:sub-path"]')?.content ?? '';

/** The address on this host of what Parvis calls `/media/…`, `/saml/…`: for whatever the router does not know. */
export const addressOf = (path: string): string => subPath + path;
