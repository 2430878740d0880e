import { Field, ObjectType } from '@nestjs/graphql';
import { PersonType } from '../person/person.type.ts';
import { RoleEnum, type Role } from '../person/role.ts';

@ObjectType('Viewer', { description: 'The person who asks, with what only they may know of themselves.' })
export class ViewerType {
  @Field(() => PersonType, { description: 'As others see them.' })
  person!: PersonType;

  @Field(() => [RoleEnum], { description: 'What the identity provider’s groups make of them.' })
  roles!: Role[];
}
