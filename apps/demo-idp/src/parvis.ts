/** Parvis, the one service that this identity provider answers. */
export class Parvis {
  readonly entityId: string;
  readonly home: string;
  readonly login: string;
  /** That of the first address first. */
  readonly assertionConsumers: readonly [string, ...string[]];
  readonly singleLogout: string;
  #certificate: string | null = null;

  /** `otherUrls`: its other addresses, all without a final slash. */
  constructor(publicUrl: string, otherUrls: readonly string[] = []) {
    this.home = `${publicUrl}/`;
    this.entityId = `${publicUrl}/saml/metadata`;
    this.login = `${publicUrl}/saml/login`;
    this.assertionConsumers = [`${publicUrl}/saml/acs`, ...otherUrls.map((url) => `${url}/saml/acs`)];
    this.singleLogout = `${publicUrl}/saml/slo`;
  }

  /** Its signing certificate, PEM. Asked of its metadata when first needed, since either may start first. */
  async certificate({ afresh = false } = {}): Promise<string> {
    if (!this.#certificate || afresh) this.#certificate = await this.#fetchCertificate();
    return this.#certificate;
  }

  async #fetchCertificate(): Promise<string> {
    const response = await fetch(this.entityId, { signal: AbortSignal.timeout(5_000) }).catch((error: unknown) => {
      throw new Error(`Parvis does not answer at ${this.entityId}: start it, or give its address in PARVIS_URL.`, { cause: error });
    });
    const [, bare] = /<(?:\w+:)?X509Certificate>([^<]+)</.exec(await response.text()) ?? [];
    if (!response.ok || !bare) throw new Error(`${this.entityId} is not the metadata of Parvis: check PARVIS_URL.`);
    return `-----BEGIN CERTIFICATE-----\n${bare.replace(/\s/g, '').replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
  }
}
