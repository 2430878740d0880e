import { randomUUID } from 'node:crypto';
import type { PersonEntity } from '@parvis/identity/server';
import type { TestApi } from '@parvis/identity/server/testing';
import { richTextOf } from '../rich-text/rich-text.ts';

export interface KeptDraft {
  id: string;
  subject: string;
  version: string;
  earlierVersions: string[];
  isFinished: boolean;
  key: string;
  body: object | null;
  place: string | null;
  details: object | null;
  unanswered: object | null;
  files: { id: string; url: string }[];
  about: { title: string | null; personName: string | null; path: string } | null;
}

const draft = `{ id subject version earlierVersions isFinished key body place details unanswered files { id url } about { title personName path } }`;
export const SAVE_DRAFT = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { outcome draft ${draft} } }`;
export const THROW_AWAY = `mutation ($input: ThrowDraftAwayInput!) { throwDraftAway(input: $input) { isFinished body } }`;

/** What a page would hand over; says only what the test is about. */
export const aDraft = (change: object = {}) => ({ subject: 'post.home', version: randomUUID(), basedOn: [], key: randomUUID(), body: richTextOf('First words'), ...change });

/** Somebody’s drafts, through the API. */
export const draftsOf = (api: TestApi, by: PersonEntity) => ({
  save: async (change: object = {}) => (await api.as(by).send<{ saveDraft: { outcome: string; draft: KeptDraft | null } }>(SAVE_DRAFT, { input: aDraft(change) })).saveDraft,
  /** A save that must succeed. */
  async kept(change: object = {}): Promise<KeptDraft> {
    const saved = await this.save(change);
    if (saved.outcome !== 'SAVED' || !saved.draft) throw new Error(`The draft is ${saved.outcome}.`);
    return saved.draft;
  },
  read: async (subject = 'post.home') => (await api.as(by).send<{ draft: KeptDraft | null }>(`query ($subject: String!) { draft(subject: $subject) ${draft} }`, { subject })).draft,
  list: async (page: { first?: number; after?: string } = {}) =>
    (await api.as(by).send<{ drafts: { edges: { node: KeptDraft }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
      `query ($first: Int, $after: String) { drafts(first: $first, after: $after) { edges { node ${draft} } pageInfo { endCursor hasNextPage } } }`,
      { first: 20, ...page },
    )).drafts,
  throwAway: async (subject: string, versions: string[]) => (await api.as(by).send<{ throwDraftAway: KeptDraft | null }>(THROW_AWAY, { input: { subject, versions } })).throwDraftAway,
});
