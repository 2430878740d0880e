import { createHash, sign, verify, type KeyLike } from 'node:crypto';
import type { SignedXml } from 'xml-crypto';

export const sha384 = { signatureMethod: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', digestMethod: 'http://www.w3.org/2001/04/xmldsig-more#sha384' };

/** Has xml-crypto sign by SHA-384, which it does not know of itself. */
export function teachSha384(signature: SignedXml): void {
  signature.HashAlgorithms[sha384.digestMethod] = class {
    getAlgorithmName = () => sha384.digestMethod;
    getHash = (xml: string) => createHash('sha384').update(xml).digest('base64');
  };
  signature.SignatureAlgorithms[sha384.signatureMethod] = class {
    getAlgorithmName = () => sha384.signatureMethod;
    getSignature = (signedInfo: unknown, privateKey: KeyLike) => sign('RSA-SHA384', Buffer.from(String(signedInfo)), privateKey).toString('base64');
    verifySignature = (material: string, key: KeyLike, value: string) => verify('RSA-SHA384', Buffer.from(material), key, Buffer.from(value, 'base64'));
  };
}
