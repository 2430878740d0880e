/** Why metadata cannot be used; each has a sentence in the pages (`errorWords.IDENTITY_PROVIDER_METADATA`). */
export type MetadataFaultCode = 'address' | 'silent' | 'status' | 'too-large' | 'not-xml' | 'page' | 'not-metadata' | 'no-identity-provider' | 'other-identity-provider' | 'incomplete' | 'certificate' | 'key' | 'outdated';

/** Metadata that cannot be used; the message is for the log. */
export class MetadataFault extends Error {
  readonly code: MetadataFaultCode;

  constructor(code: MetadataFaultCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
