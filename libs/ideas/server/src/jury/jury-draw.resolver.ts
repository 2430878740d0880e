import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, PersonLoader, PersonType, type Viewer } from '@parvis/identity/server';
import { SignedIn } from '@parvis/platform/server';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { mayCommand } from '../campaign/campaign.policy.ts';
import type { JuryDrawEntity } from './jury-draw.entity.ts';
import { byLot, candidatesOf } from './lot.ts';
import { JuryLoader } from './jury.loader.ts';
import { JuryDrawType } from './jury.type.ts';

/** Reads draws: whoever sees the campaign may draw again. */
@SignedIn()
@Resolver(() => JuryDrawType)
export class JuryDrawResolver {
  constructor(
    private readonly loader: JuryLoader,
    private readonly campaigns: CampaignLoader,
    private readonly people: PersonLoader,
  ) {}

  @ResolveField(() => PersonType, { description: 'Who had it drawn.' })
  by(@Parent() { byId }: JuryDrawEntity, @CurrentViewer() viewer: Viewer) {
    return this.people.required(viewer, byId);
  }

  @ResolveField(() => Int, { nullable: true, description: 'Where the viewer’s own lot came, from 1; null: they did not stand for it.' })
  async viewerPlace(@Parent() { id, seed }: JuryDrawEntity, @CurrentViewer() viewer: Viewer): Promise<number | null> {
    const ids = candidatesOf(await this.loader.candidates(viewer, id)).map((candidate) => candidate.id);
    return ids.includes(viewer.personId) ? byLot(ids, seed).indexOf(viewer.personId) + 1 : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Who stood for it: a line for each (UUID, tab, department, line feed), in the order of the UUIDs. Null for a juror who judges blind (who is missing from it makes an idea), and, where the campaign is for a community, for ' +
      'everybody but the owner (who is a member may be secret).',
    complexity: 50,
  })
  async candidates(@Parent() { id, campaignId }: JuryDrawEntity, @CurrentViewer() viewer: Viewer): Promise<string | null> {
    const campaign = await this.campaigns.byId(viewer, campaignId);
    if (!campaign) return null;
    const roles = await this.campaigns.rolesOfViewer(viewer, campaign);
    const isBlind = roles.includes('juror') && (await this.loader.isBlind(viewer, campaignId)) && !(await this.loader.hasJudged(viewer, campaign));
    const isForCommunities = (await this.campaigns.audience(viewer, campaignId)).some(({ communityId }) => communityId !== null);
    return isBlind || (isForCommunities && !mayCommand(roles, 'appoint')) ? null : this.loader.candidates(viewer, id);
  }
}
