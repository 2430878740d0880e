import { Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { perViewer } from '@parvis/platform/server';
import { stageAt, type CampaignStage } from '../phase/campaign-stage.ts';
import type { CampaignPhaseEntity } from '../phase/campaign-phase.entity.ts';
import type { PhaseExtensionEntity } from '../phase/phase-extension.entity.ts';
import type { CampaignAudienceEntity } from './campaign-audience.entity.ts';
import { rolesOf } from './campaign-lock.ts';
import type { CampaignRoleEntity } from './campaign-role.entity.ts';
import type { CampaignEntity } from './campaign.entity.ts';
import type { CampaignRole } from './campaign.policy.ts';
import { CampaignQuery } from './campaign.query.ts';

/** Campaigns and what belongs to them, in one SQL for each kind of fact. */
@Injectable()
export class CampaignLoader {
  private readonly campaigns;
  private readonly phaseLists;
  private readonly extensionLists;
  private readonly audiences;
  private readonly roleLists;
  private readonly counts;

  constructor(query: CampaignQuery) {
    this.campaigns = perViewer((viewer: Viewer, ids: readonly string[]) => query.byIds(viewer, ids));
    this.phaseLists = perViewer((_viewer: Viewer, ids: readonly string[]) => query.phases(ids));
    this.extensionLists = perViewer((_viewer: Viewer, ids: readonly string[]) => query.extensions(ids));
    this.audiences = perViewer((_viewer: Viewer, ids: readonly string[]) => query.audiences(ids));
    this.roleLists = perViewer((_viewer: Viewer, ids: readonly string[]) => query.roles(ids));
    this.counts = perViewer((_viewer: Viewer, ids: readonly string[]) => query.ideaCounts(ids));
  }

  /** Null when missing or out of sight: an author may see their idea and not the campaign any more. */
  byId = (viewer: Viewer, id: string): Promise<CampaignEntity | null> => this.campaigns(viewer).load(id);

  /** What the caller has read already need not be read again. */
  know(viewer: Viewer, campaign: CampaignEntity): void {
    this.campaigns(viewer).prime(campaign.id, campaign);
  }

  phases = async (viewer: Viewer, id: string): Promise<CampaignPhaseEntity[]> => (await this.phaseLists(viewer).load(id)) ?? [];

  extensions = async (viewer: Viewer, id: string): Promise<PhaseExtensionEntity[]> => (await this.extensionLists(viewer).load(id)) ?? [];

  audience = async (viewer: Viewer, id: string): Promise<CampaignAudienceEntity[]> => (await this.audiences(viewer).load(id)) ?? [];

  /** Moderators and jurors. */
  roles = async (viewer: Viewer, id: string): Promise<CampaignRoleEntity[]> => (await this.roleLists(viewer).load(id)) ?? [];

  ideaCount = async (viewer: Viewer, id: string): Promise<number> => (await this.counts(viewer).load(id)) ?? 0;

  /** Where it stands now. */
  async stage(viewer: Viewer, campaign: CampaignEntity): Promise<CampaignStage> {
    return stageAt({ ...campaign, phases: await this.phases(viewer, campaign.id) }, new Date());
  }

  /** What the viewer is in it. */
  async rolesOfViewer(viewer: Viewer, campaign: CampaignEntity): Promise<CampaignRole[]> {
    const given = await this.roles(viewer, campaign.id);
    return rolesOf(campaign, viewer.personId, given.filter(({ personId }) => personId === viewer.personId));
  }
}
