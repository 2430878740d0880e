import type { NextFunction, Request, Response } from 'express';
import type { DomainError } from '../errors/domain-error.ts';
import { platformErrors } from '../errors/platform.errors.ts';

/** Texts of the operations that our pages send, by their SHA-256 in hexadecimal; written while building. */
export type TrustedDocuments = ReadonlyMap<string, string>;

interface Body {
  query?: unknown;
  extensions?: { persistedQuery?: { sha256Hash?: unknown } };
}

/**
 * Puts the text of a trusted document in the place of its hash (`extensions.persistedQuery.sha256Hash`), for Apollo, which knows by that text what it has
 * parsed and checked before. `only`: an operation that is sent as text is refused, whoever sends it. Errors: DOCUMENT_UNKNOWN (the pages are of another
 * version than the server), DOCUMENT_NOT_TRUSTED.
 */
export function trustedDocuments({ documents, only }: { documents: TrustedDocuments; only: boolean }) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const body: unknown = request.body;
    const hash = request.method === 'POST' && isObject(body) && body.query === undefined ? body.extensions?.persistedQuery?.sha256Hash : undefined;
    if (hash === undefined) return only ? refuse(response, platformErrors.documentNotTrusted()) : next();
    const text = documents.get(String(hash));
    if (text === undefined) return refuse(response, platformErrors.documentUnknown());
    request.body = { ...(body as Body), query: text, extensions: null };
    next();
  };
}

/** As GraphQL refuses. */
function refuse(response: Response, { code, params }: DomainError): void {
  response.status(400).setHeader('Cache-Control', 'no-store').json({ errors: [{ message: code, extensions: { code, params } }] });
}

function isObject(body: unknown): body is Body {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
