import type { PersonEntity } from '@parvis/identity/server';
import type { TestApi } from '@parvis/identity/server/testing';

const MEMBERS = 'id drawId place leaving reason leftAt person { id } progress { expected submitted conflicts }';
const DRAWS = 'id seats perDepartment reason seed candidateCount digest viewerPlace candidates by { id }';
const JURY = `id isBlind hasJudged agreement criteria { id label } members { ${MEMBERS} } draws { ${DRAWS} } progress { expected submitted conflicts } viewerProgress { expected submitted conflicts }
  conflicts { juror { id } idea { id } words }`;
const RANK = 'id place mean rawMean jurorCount comments given { juror { id } total scores { score } } idea { id }';
export const SHEET = 'id comment note isSubmitted total conflictKind conflict scores { criterionId score } idea { id }';

export interface Member {
  drawId: string | null;
  place: number | null;
  leaving: string | null;
  reason: string;
  person: { id: string };
  progress: { expected: number; submitted: number; conflicts: number } | null;
}
export interface Draw {
  id: string;
  seed: string;
  candidateCount: number;
  digest: string;
  reason: string;
  viewerPlace: number | null;
  candidates: string | null;
}
export interface Rank {
  id: string;
  place: number | null;
  mean: number | null;
  rawMean: number | null;
  jurorCount: number;
  comments: string[];
  given: { juror: { id: string }; total: number }[];
}
export interface JurySeen {
  isBlind: boolean;
  hasJudged: boolean;
  agreement: number | null;
  criteria: { id: string; label: string }[];
  members: Member[];
  draws: Draw[];
  progress: { expected: number; submitted: number; conflicts: number } | null;
  viewerProgress: { expected: number; submitted: number; conflicts: number } | null;
  conflicts: { juror: { id: string }; idea: { id: string }; words: string }[];
}
export interface SheetSeen {
  id: string;
  comment: string;
  note: string;
  isSubmitted: boolean;
  total: number | null;
  conflictKind: string | null;
  conflict: string;
  idea: { id: string };
}
interface Page<T> {
  totalCount: number;
  edges: { node: T }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

/** A jury through GraphQL, as somebody sees it. */
export const juryApi = (api: TestApi) => ({
  seen: async (person: PersonEntity, id: string): Promise<JurySeen | null> =>
    (await api.as(person).send<{ campaign: { jury: JurySeen | null } | null }>(`query ($id: ID!) { campaign(id: $id) { jury { ${JURY} } } }`, { id })).campaign?.jury ?? null,
  ranking: async (person: PersonEntity, id: string, page: { first?: number; after?: string | null } = {}): Promise<Page<Rank> | null> =>
    (
      await api.as(person).send<{ campaign: { jury: { ranking: Page<Rank> | null } } }>(
        `query ($id: ID!, $first: Int! = 20, $after: String) { campaign(id: $id) { jury { ranking(first: $first, after: $after) { totalCount edges { node { ${RANK} } } pageInfo { endCursor hasNextPage } } } } }`,
        { id, ...page },
      )
    ).campaign.jury.ranking,
  rank: async (person: PersonEntity, id: string): Promise<Rank | null> => (await api.as(person).send<{ idea: { juryRank: Rank | null } }>(`query ($id: ID!) { idea(id: $id) { juryRank { ${RANK} } } }`, { id })).idea.juryRank,
  sheet: async (person: PersonEntity, id: string): Promise<SheetSeen | null> => (await api.as(person).send<{ idea: { viewerSheet: SheetSeen | null } }>(`query ($id: ID!) { idea(id: $id) { viewerSheet { ${SHEET} } } }`, { id })).idea.viewerSheet,
  table: async (person: PersonEntity, id: string, options: { only?: string; first?: number; after?: string | null } = {}): Promise<Page<SheetSeen> | null> =>
    (
      await api.as(person).send<{ campaign: { jury: { sheets: Page<SheetSeen> | null } } }>(
        `query ($id: ID!, $first: Int! = 20, $after: String, $only: JurySheetFilter! = ALL) { campaign(id: $id) { jury { sheets(first: $first, after: $after, only: $only) { totalCount edges { node { ${SHEET} } } pageInfo { endCursor hasNextPage } } } } }`,
        { id, ...options },
      )
    ).campaign.jury.sheets,
  arrange: (person: PersonEntity, campaignId: string, isBlind = true, readers: number | null = null) =>
    api.as(person).send('mutation ($campaignId: ID!, $isBlind: Boolean!, $readers: Int) { arrangeJury(campaignId: $campaignId, isBlind: $isBlind, readers: $readers) { jury { isBlind readers } } }', { campaignId, isBlind, readers }),
  name: (person: PersonEntity, campaignId: string, ...jurors: { id: string }[]) =>
    api.as(person).send('mutation ($campaignId: ID!, $personIds: [ID!]!) { nameJurors(campaignId: $campaignId, personIds: $personIds) { id } }', { campaignId, personIds: jurors.map(({ id }) => id) }),
  draw: (person: PersonEntity, input: Record<string, unknown>) => api.as(person).send('mutation ($input: DrawJuryInput!) { drawJury(input: $input) { id } }', { input }),
  decline: (person: PersonEntity, campaignId: string) => api.as(person).send('mutation ($campaignId: ID!) { declineJury(campaignId: $campaignId) { id } }', { campaignId }),
  dismiss: (person: PersonEntity, variables: Record<string, unknown>) =>
    api.as(person).send('mutation ($campaignId: ID!, $personId: ID!, $reason: String! = "Long away.") { dismissJuror(campaignId: $campaignId, personId: $personId, reason: $reason) { id } }', variables),
  judge: async (person: PersonEntity, input: Record<string, unknown>): Promise<SheetSeen | null> =>
    (await api.as(person).send<{ judgeIdea: { viewerSheet: SheetSeen | null } }>(`mutation ($input: JudgeIdeaInput!) { judgeIdea(input: $input) { viewerSheet { ${SHEET} } } }`, { input })).judgeIdea.viewerSheet,
  submitAll: (person: PersonEntity, campaignId: string) => api.as(person).send('mutation ($campaignId: ID!) { submitJurySheets(campaignId: $campaignId) { id } }', { campaignId }),
  declare: (person: PersonEntity, ideaId: string, words = 'My brother’s firm.') => api.as(person).send('mutation ($ideaId: ID!, $words: String!) { declareJuryConflict(ideaId: $ideaId, words: $words) { id } }', { ideaId, words }),
  takeBack: (person: PersonEntity, ideaId: string) => api.as(person).send('mutation ($ideaId: ID!) { withdrawJuryConflict(ideaId: $ideaId) { id } }', { ideaId }),
});
