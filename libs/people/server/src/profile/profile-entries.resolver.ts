import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonType, type PersonEntity, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import type { Certificate, ProfileLink, Project } from './profile-entries.ts';
import { CertificateType, ProfileLinkType, ProjectType } from './profile-entries.type.ts';
import { ProfileLoader } from './profile.loader.ts';

/** What people add to their profile piece by piece. */
@SignedIn()
@Resolver(() => PersonType)
export class ProfileEntriesResolver {
  constructor(private readonly loader: ProfileLoader) {}

  @ResolveField(() => [ProjectType], { description: 'What they worked on, in the order that they chose; empty too when the viewer may not see it.' })
  async projects(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<Project[]> {
    return (await this.loader.said(viewer, person.id, 'projects')) ?? [];
  }

  @ResolveField(() => [CertificateType], { description: 'What they were examined in, in the order that they chose; empty too when the viewer may not see it.' })
  async certificates(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<Certificate[]> {
    return (await this.loader.said(viewer, person.id, 'certificates')) ?? [];
  }

  @ResolveField(() => [ProfileLinkType], { description: 'Pages that they want to show; empty too when the viewer may not see them.' })
  async links(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<ProfileLink[]> {
    return (await this.loader.said(viewer, person.id, 'links')) ?? [];
  }

  @ResolveField(() => [String], { description: 'What they like to do apart from work, alone or in clubs; empty too when the viewer may not see it.' })
  async hobbies(@Parent() person: PersonEntity, @CurrentViewer() viewer: Viewer): Promise<string[]> {
    return (await this.loader.said(viewer, person.id, 'hobbies')) ?? [];
  }
}
