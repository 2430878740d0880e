import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { KeyPlace } from '../service-provider/key-ring.ts';

export const SigningKeyPlaceEnum = { USED: 'used', NEXT: 'next', FORMER: 'former' } as const satisfies Record<string, KeyPlace>;

registerEnumType(SigningKeyPlaceEnum, {
  name: 'SigningKeyPlace',
  description: 'What a key of this Parvis is for. All of them are published, and open what is encrypted for them.',
  valuesMap: {
    USED: { description: 'Parvis signs with it.' },
    NEXT: { description: 'Parvis will sign with it once IT says so.' },
    FORMER: { description: 'Parvis signed with it before.' },
  },
});

@ObjectType('SigningKey', { description: 'A key by which this Parvis signs, as far as it is public: its certificate.' })
export class SigningKeyType {
  @Field(() => SigningKeyPlaceEnum, { description: 'What it is for.' })
  place!: KeyPlace;

  @Field({ description: 'SHA-256 of the certificate, in hexadecimal, two by two.' })
  fingerprint!: string;

  @Field({ description: 'When the certificate ends.' })
  validUntil!: Date;
}
