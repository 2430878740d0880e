import { addressOf } from '@parvis/platform/web';

/** Where one says again who one is; afterwards the browser is at that path of ours. */
export const confirmAddress = (returnTo: string): string => addressOf(`/saml/confirm?returnTo=${encodeURIComponent(returnTo)}`);
