/** Why something was refused, in the words of RFC 7644, section 3.12. */
export type ScimType = 'invalidFilter' | 'tooMany' | 'uniqueness' | 'mutability' | 'invalidSyntax' | 'invalidPath' | 'noTarget' | 'invalidValue' | 'invalidVers' | 'sensitive';

export const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error';

/** A refusal as SCIM tells it. `detail` is read by administrators in the log of their directory: English, without anything of a person. */
export class ScimError extends Error {
  readonly status: number;
  readonly scimType: ScimType | undefined;
  /** Seconds after which it may be tried again. */
  readonly retryAfterS: number | undefined;

  constructor(status: number, detail: string, { scimType, retryAfterS }: { scimType?: ScimType; retryAfterS?: number } = {}) {
    super(detail);
    this.name = 'ScimError';
    this.status = status;
    this.scimType = scimType;
    this.retryAfterS = retryAfterS;
  }

  get body() {
    return { schemas: [errorSchema], status: String(this.status), ...(this.scimType && { scimType: this.scimType }), detail: this.message };
  }
}

export const scimErrors = {
  unauthenticated: () => new ScimError(401, 'A valid bearer token is needed.'),
  tooFast: (retryAfterS: number) => new ScimError(429, `Too many requests: try again in ${retryAfterS} s.`, { retryAfterS }),
  notFound: (what: string) => new ScimError(404, `There is no such ${what}.`),
  notSupported: (what: string) => new ScimError(501, `${what} is not supported.`),
  tooLarge: (maxBytes: number) => new ScimError(413, `A request holds ${maxBytes} bytes at most.`),
  tooManyOperations: (max: number) => new ScimError(413, `A bulk request holds ${max} operations at most.`, { scimType: 'tooMany' }),
  notThatVersion: () => new ScimError(412, 'The resource has changed since that version.'),
  invalidSyntax: (detail: string) => new ScimError(400, detail, { scimType: 'invalidSyntax' }),
  invalidValue: (detail: string) => new ScimError(400, detail, { scimType: 'invalidValue' }),
  invalidFilter: (detail: string) => new ScimError(400, detail, { scimType: 'invalidFilter' }),
  invalidPath: (detail: string) => new ScimError(400, detail, { scimType: 'invalidPath' }),
  noTarget: (detail: string) => new ScimError(400, detail, { scimType: 'noTarget' }),
  mutability: (attribute: string) => new ScimError(400, `${attribute} cannot be set by a client.`, { scimType: 'mutability' }),
  uniqueness: (detail: string) => new ScimError(409, detail, { scimType: 'uniqueness' }),
};
