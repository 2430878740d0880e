import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { Reaches } from '../administered/reaches.ts';
import { CurrentViewer, type Viewer } from '../viewer/viewer.ts';
import { Administration } from './administration.ts';

@ObjectType('Administration', { description: 'Whether the pages of administration are open to the viewer.' })
export class AdministrationType {
  @Field({ description: 'False: they say again who they are first, at `/saml/confirm?returnTo=`.' })
  isConfirmed!: boolean;

  @Field(() => [String], { nullable: true, description: 'The departments whose people the viewer administers, and nothing else; null: the whole company, and every page.' })
  departments!: readonly string[] | null;
}

@SignedIn()
@Resolver()
export class AdministrationResolver {
  constructor(
    private readonly administration: Administration,
    private readonly reaches: Reaches,
  ) {}

  @Query(() => AdministrationType, { nullable: true, description: 'For IT, that of some departments included; null for everybody else.' })
  async administrationAccess(@CurrentViewer() viewer: Viewer): Promise<AdministrationType | null> {
    const reach = await this.reaches.of(viewer);
    return reach && { isConfirmed: this.administration.isConfirmed(viewer), departments: reach.departments };
  }
}
