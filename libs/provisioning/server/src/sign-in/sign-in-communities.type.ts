import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';

@ObjectType('SignInCommunity', { description: 'A community in which groups that an identity provider tells give a place.' })
export class SignInCommunityType {
  @Field({ description: 'Its UUID, or what the environment calls it (`SAML_COMMUNITIES`).' })
  key!: string;

  @Field(() => [String], { description: 'In lower case; whoever is in one of them has a place.' })
  groups!: string[];
}

@InputType({ description: 'Groups that give a place in an open community.' })
export class SignInCommunityInput {
  @Field(() => ID, { description: 'The community’s UUID.' })
  communityId!: string;

  @Field(() => [String], { description: 'At most 50 of 500 characters; letter case is ignored, and a distinguished name also matches by its first part.' })
  groups!: string[];
}
