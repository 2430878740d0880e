import { type Exchange, makeOperation, mapExchange, type Operation } from '@urql/vue';

/** Codegen puts the SHA-256 of its text into each document. */
const hashOf = ({ query }: Operation): string | undefined => (query as { hash?: string }).hash;

/** Whether the server takes the operations of our pages alone: it says so on the page. */
const isAsked = (): boolean => document.documentElement.dataset['documents'] === 'trusted';

/** Remembers which document an operation is, before the cache makes another of it. */
export const noted = (operation: Operation): Operation => makeOperation(operation.kind, operation, { ...operation.context, documentHash: hashOf(operation) });

/** Sends the hash of a document instead of its text, where the server asks for it: shorter, and read but once. */
export const trustedExchange: Exchange = mapExchange({
  onOperation: (operation) => {
    const hash: unknown = operation.context['documentHash'];
    if (!hash || !isAsked()) return operation;
    return makeOperation(operation.kind, { ...operation, extensions: { ...operation.extensions, persistedQuery: { version: 1, sha256Hash: String(hash) } } }, operation.context);
  },
});
