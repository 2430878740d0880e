import { X509Certificate } from 'node:crypto';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { CurrentViewer, type Viewer } from '../../viewer/viewer.ts';
import type { KeyRing } from '../service-provider/key-ring.ts';
import { SigningKeyService } from './signing-key.service.ts';
import { SigningKeyType } from './signing-key.type.ts';

const fingerprintArgument = { description: 'That of its certificate, as `signingKeys` gives it.' };

/** The keys by which this Parvis signs, on the pages of administration. */
@SignedIn()
@Resolver(() => SigningKeyType)
export class SigningKeyResolver {
  constructor(private readonly service: SigningKeyService) {}

  @Query(() => [SigningKeyType], { description: 'The keys of this Parvis: the one that signs, then the next or the former one; for IT alone. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  async signingKeys(@CurrentViewer() viewer: Viewer): Promise<SigningKeyType[]> {
    return shown(await this.service.ring(viewer));
  }

  @Mutation(() => [SigningKeyType], { description: 'Makes the next key and publishes it beside the one that signs; all keys. Changes nothing where it is there. Errors: FORBIDDEN, CONFIRMATION_NEEDED, SIGNING_KEY_CHANGED.' })
  async prepareSigningKey(@CurrentViewer() viewer: Viewer): Promise<SigningKeyType[]> {
    await this.service.prepare(viewer);
    return this.signingKeys(viewer);
  }

  @Mutation(() => [SigningKeyType], { description: 'Signs with the next key, or with the former one again; the other stays published. All keys. Errors: FORBIDDEN, CONFIRMATION_NEEDED, SIGNING_KEY_CHANGED.' })
  async useSigningKey(@CurrentViewer() viewer: Viewer, @Args('fingerprint', fingerprintArgument) fingerprint: string): Promise<SigningKeyType[]> {
    await this.service.use(viewer, fingerprint);
    return this.signingKeys(viewer);
  }

  @Mutation(() => [SigningKeyType], { description: 'Removes a key that does not sign, for good: what is encrypted for it opens no more. All keys. Errors: FORBIDDEN, CONFIRMATION_NEEDED, SIGNING_KEY_CHANGED.' })
  async forgetSigningKey(@CurrentViewer() viewer: Viewer, @Args('fingerprint', fingerprintArgument) fingerprint: string): Promise<SigningKeyType[]> {
    await this.service.forget(viewer, fingerprint);
    return this.signingKeys(viewer);
  }
}

function shown(ring: KeyRing): SigningKeyType[] {
  return (['used', 'next', 'former'] as const).flatMap((place) => {
    const keys = ring[place];
    if (!keys) return [];
    const { fingerprint256, validTo } = new X509Certificate(keys.certificate);
    return [{ place, fingerprint: fingerprint256, validUntil: new Date(validTo) }];
  });
}
