import { verify } from 'node:crypto';
import { SamlRefusal } from '../saml-refusal.ts';

const algorithms: Record<string, string> = {
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256': 'RSA-SHA256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384': 'RSA-SHA384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512': 'RSA-SHA512',
};

/**
 * Checks the signature of a message that came by HTTP-Redirect (SAML 2.0 bindings, 3.4.4.1): over the parameters exactly as they were
 * encoded. Not left to node-saml, which takes a message without signature for a good one, and finds parameters by a part of their name.
 * Throws SamlRefusal: `signature`, `algorithm`.
 */
export function checkQuerySignature(rawQuery: string, message: 'SAMLRequest' | 'SAMLResponse', certificates: readonly string[]): void {
  const parameters = readOnce(rawQuery);
  const algorithm = decoded('SigAlg', parameters.get('SigAlg') ?? '');
  const signature = parameters.get('Signature');
  if (!algorithm || !signature) throw new SamlRefusal('signature', 'not signed');
  const digest = algorithms[algorithm];
  if (!digest) throw new SamlRefusal('algorithm', algorithm);
  const signed = [message, 'RelayState', 'SigAlg'].flatMap((name) => (parameters.has(name) ? [`${name}=${parameters.get(name)}`] : [])).join('&');
  const bytes = Buffer.from(decoded('Signature', signature), 'base64');
  if (!certificates.some((certificate) => verify(digest, Buffer.from(signed), certificate, bytes))) throw new SamlRefusal('signature', 'by an unknown key');
}

/**
 * The parameters of that query string that belong to SAML. What is read is taken from where the signature is checked: a reader of its own
 * decodes names too, and stops after a thousand, so that it could find another message. Throws SamlRefusal `malformed`.
 */
export function samlParameters(rawQuery: string): Record<string, string> {
  return Object.fromEntries([...readOnce(rawQuery)].map(([name, value]) => [name, decoded(name, value.replaceAll('+', ' '))]));
}

function decoded(name: string, value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new SamlRefusal('malformed', `${name} is not encoded`);
  }
}

function readOnce(rawQuery: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of rawQuery.split('&')) {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    if (!['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature'].includes(name)) continue;
    // Of two values, one would be checked and the other read.
    if (found.has(name)) throw new SamlRefusal('malformed', `${name} comes twice`);
    found.set(name, value);
  }
  return found;
}
