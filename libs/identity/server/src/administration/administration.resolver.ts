import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { SignedIn } from '@parvis/platform/server';
import { CurrentViewer, type Viewer } from '../viewer/viewer.ts';
import { Administration } from './administration.ts';

@ObjectType('Administration', { description: 'Whether the pages of administration are open to the viewer.' })
export class AdministrationType {
  @Field({ description: 'False: they say again who they are first, at `/saml/confirm?returnTo=`.' })
  isConfirmed!: boolean;
}

@SignedIn()
@Resolver()
export class AdministrationResolver {
  constructor(private readonly administration: Administration) {}

  @Query(() => AdministrationType, { nullable: true, description: 'For IT; null for everybody else.' })
  administrationAccess(@CurrentViewer() viewer: Viewer): AdministrationType | null {
    return this.administration.isFor(viewer) ? { isConfirmed: this.administration.isConfirmed(viewer) } : null;
  }
}
