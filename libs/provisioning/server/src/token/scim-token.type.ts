import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const ScimTokenStateEnum = { LIVE: 'live', EXPIRED: 'expired', REVOKED: 'revoked' } as const;
export type ScimTokenState = (typeof ScimTokenStateEnum)[keyof typeof ScimTokenStateEnum];

registerEnumType(ScimTokenStateEnum, {
  name: 'ScimTokenState',
  description: 'Whether a token of SCIM still lets anybody in.',
  valuesMap: { LIVE: { description: 'It does.' }, EXPIRED: { description: 'Its time is over.' }, REVOKED: { description: 'IT revoked it.' } },
});

@ObjectType('ScimToken', { description: 'What lets the company’s directory in, without its secret.' })
export class ScimTokenType {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field({ description: 'As IT named it.' })
  name!: string;

  @Field({ description: 'When it was made.' })
  createdAt!: Date;

  @Field({ description: 'From then on it lets nobody in.' })
  expiresAt!: Date;

  @Field(() => String, { nullable: true, description: 'Day of its last use, YYYY-MM-DD in UTC; null: never used.' })
  lastUsedOn!: string | null;
}

@InputType('CreateScimTokenInput', { description: 'A new token of SCIM.' })
export class CreateScimTokenInput {
  @Field({ description: 'What it is for: 1 to 60 characters. Errors: TEXT_REQUIRED, TEXT_TOO_LONG.' })
  name!: string;

  @Field(() => Int, { description: 'Days until it expires: 1 to 730. Errors: SCIM_EXPIRY_INVALID.' })
  days!: number;
}

@ObjectType('CreatedScimToken', { description: 'A token that was just made.' })
export class CreatedScimTokenType {
  @Field(() => ScimTokenType, { description: 'The token.' })
  token!: ScimTokenType;

  @Field({ description: 'What to give to the directory. Told here once, and kept nowhere.' })
  secret!: string;
}

@ObjectType('Provisioning', { description: 'How the company’s directory tells Parvis who works here, for IT.' })
export class ProvisioningType {
  @Field({ description: 'Address to give to the directory.' })
  address!: string;

  @Field({ description: 'Whether a token stands in the environment (SCIM_TOKEN), beside those made here.' })
  hasEnvironmentToken!: boolean;

  @Field(() => Int, { description: 'Tokens that may be live at a time.' })
  mostTokens!: number;

  @Field(() => Int, { description: 'People whom the directory keeps.' })
  userCount!: number;
}
