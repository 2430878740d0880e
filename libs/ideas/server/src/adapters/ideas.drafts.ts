import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DraftSubjects, type DraftAbout, type DraftPlace, type DraftSubjectKind } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { CampaignLoader } from '../campaign/campaign.loader.ts';
import { IdeaLoader } from '../idea/idea.loader.ts';
import { NewsQuery } from '../news/news.query.ts';
import { ProjectQuery } from '../project/project.query.ts';

/** Ideas to come, named by their campaign, changes of those that stand, and what is said under both. */
@Injectable()
export class IdeasDrafts implements DraftSubjectKind, OnModuleInit {
  readonly prefixes = ['idea.new', 'idea', 'comment', 'idea-answer', 'edit.idea-answer', 'project-update', 'campaign.news', 'edit.campaign-update'];

  constructor(
    private readonly subjects: DraftSubjects,
    private readonly ideas: IdeaLoader,
    private readonly campaigns: CampaignLoader,
    private readonly projects: ProjectQuery,
    private readonly news: NewsQuery,
  ) {}

  onModuleInit(): void {
    this.subjects.register(this);
  }

  async about(viewer: Viewer, { prefix, id }: DraftPlace): Promise<DraftAbout | null> {
    if (!id) return prefix === 'idea.new' ? { title: null, personName: null, path: '/ideas/new' } : null;
    if (prefix === 'campaign.news' || prefix === 'edit.campaign-update') return this.aboutNews(viewer, prefix, id);
    if (prefix === 'idea-answer' || prefix === 'edit.idea-answer' || prefix === 'project-update') return this.aboutOutcome(viewer, prefix, id);
    const campaign = prefix === 'idea' ? null : await this.campaigns.byId(viewer, id);
    if (campaign) return { title: campaign.question, personName: null, path: prefix === 'comment' ? `/campaigns/${id}` : `/campaigns/${id}/ideas/new` };
    const idea = prefix === 'idea.new' ? null : await this.ideas.byId(viewer, id);
    return idea && { title: idea.title, personName: null, path: prefix === 'comment' ? `/ideas/${id}` : `/ideas/${id}/edit` };
  }

  /** News of a campaign to be told, or changed. */
  private async aboutNews(viewer: Viewer, prefix: 'campaign.news' | 'edit.campaign-update', id: string): Promise<DraftAbout | null> {
    const campaignId = prefix === 'campaign.news' ? id : await this.news.campaignOf(viewer, id);
    const campaign = campaignId === null ? null : await this.campaigns.byId(viewer, campaignId);
    return campaign && { title: campaign.question, personName: null, path: `/campaigns/${campaign.id}/about` };
  }

  /** An answer to an idea, or news of a project. */
  private async aboutOutcome(viewer: Viewer, prefix: 'idea-answer' | 'edit.idea-answer' | 'project-update', id: string): Promise<DraftAbout | null> {
    const project = prefix === 'project-update' ? await this.projects.byId(viewer, id) : null;
    const idea = await this.ideas.byId(viewer, project?.ideaId ?? id);
    return idea && { title: idea.title, personName: null, path: project ? `/projects/${id}` : `/ideas/${id}` };
  }
}
