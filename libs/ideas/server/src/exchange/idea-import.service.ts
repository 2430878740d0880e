import { Injectable } from '@nestjs/common';
import { plainText } from '@parvis/conversations/server';
import type { Viewer } from '@parvis/identity/server';
import { Config, DomainError, idFrom, isId, newId, Transactions, type Transaction } from '@parvis/platform/server';
import { campaignVisibleTo, isMeantFor } from '../campaign/campaign.access.ts';
import { CampaignLock, type HeldCampaign } from '../campaign/campaign-lock.ts';
import { IdeaAuthorEntity } from '../idea/idea-author.entity.ts';
import { IdeaVersionEntity } from '../idea/idea-version.entity.ts';
import { IdeaEntity } from '../idea/idea.entity.ts';
import { ideasErrors } from '../ideas.errors.ts';
import { ideaBroughtIn, ideaSubmitted } from '../ideas.events.ts';
import { readIdeaFile, type IdeaFile, type ReadIdea } from './idea-file.ts';
import { checkedIdea, type CheckedIdea, type KnownPerson, type RowFault } from './idea-rows.ts';

/** What becomes of a row: it is (or would be) made, it is there already, or it is refused. */
export interface ImportedRow {
  line: number;
  title: string;
  /** Their names, once they are known. */
  authors: string[];
  outcome: 'new' | 'known' | 'refused';
  error: RowFault | null;
}

export interface IdeaImport extends Pick<IdeaFile, 'encoding' | 'ignored'> {
  /** Whether it was written, or only looked at. */
  isDone: boolean;
  rows: ImportedRow[];
}

interface Judged {
  row: ImportedRow;
  key: string;
  idea: CheckedIdea | null;
}

const keyOf = (campaignId: string, externalId: string): string => idFrom(`idea-import:${campaignId}:${externalId}`, new Date(0));

/** Brings ideas into a campaign from a file. The same row again, by its `id`, makes nothing. */
@Injectable()
export class IdeaImportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly campaigns: CampaignLock,
    private readonly config: Config,
  ) {}

  /**
   * Looks at each row; `confirmed`: brings in those that nothing hinders, and leaves out the others. Errors: those of `readIdeaFile`, ID_INVALID, CAMPAIGN_NOT_FOUND, CAMPAIGN_NOT_YOURS, CAMPAIGN_NOT_NOW.
   */
  async bringIn(viewer: Viewer, campaignId: string, { bytes, confirmed }: { bytes: Buffer; confirmed: boolean }): Promise<IdeaImport> {
    return this.transactions.run(async (tx) => {
      const held = await this.campaigns.forCommand(tx, viewer, campaignId, 'import');
      const { ideas, encoding, ignored } = readIdeaFile(bytes);
      const judged = await this.judged(tx, held, ideas);
      if (confirmed) await this.write(tx, viewer, held, judged);
      return { encoding, ignored, isDone: confirmed, rows: judged.map(({ row }) => row) };
    });
  }

  private async judged(tx: Transaction, { campaign }: HeldCampaign, ideas: readonly ReadIdea[]): Promise<Judged[]> {
    const people = await peopleNamed(tx, campaign.id, ideas);
    const externalIds = ideas.map(({ texts }) => texts?.id?.trim() ?? '');
    const known = await knownAmong(tx, campaign.id, externalIds);
    const seen = new Map<string, number>();
    return ideas.map((read, i): Judged => {
      const externalId = externalIds[i] ?? '';
      const row: ImportedRow = { line: read.line, title: read.texts?.title?.trim().slice(0, 150) ?? '', authors: [], outcome: 'refused', error: null };
      const judged: Judged = { row, key: keyOf(campaign.id, externalId), idea: null };
      try {
        const idea = checkedIdea(read, { people, baseUrl: this.config.publicUrl });
        const first = seen.get(externalId);
        if (first !== undefined) throw ideasErrors.importTwice(first);
        seen.set(externalId, read.line);
        row.authors = idea.authors.map(({ displayName }) => displayName);
        row.outcome = known.has(externalId) ? 'known' : 'new';
        return { ...judged, idea };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        row.error = { code: error.code, params: error.params, field: error.field };
        return judged;
      }
    });
  }

  private async write(tx: Transaction, viewer: Viewer, { campaign, now }: HeldCampaign, judged: readonly Judged[]): Promise<void> {
    const made = judged.flatMap(({ row, key, idea }) => (idea && row.outcome === 'new' ? [{ ...idea, id: newId(), key }] : []));
    // Together: who takes part in the campaign waits for it.
    await tx.manager.insert(IdeaEntity, made.map(({ id, key, words, authors }) => ({
      ...words, id, key, campaignId: campaign.id, authorId: authors[0].id, state: 'submitted' as const, proposalText: plainText(words.proposal), version: 1, supportCount: 0,
      createdAt: now, updatedAt: now, submittedAt: now, archiveReason: '', mergedIntoId: null,
    })));
    await tx.manager.insert(IdeaAuthorEntity, made.flatMap(({ id, authors }) =>
      authors.map(({ id: personId }, place) => ({ ideaId: id, personId, standing: 'author' as const, contribution: '', createdAt: new Date(now.getTime() + place) })),
    ));
    await tx.manager.insert(IdeaVersionEntity, made.map(({ id, words }) => ({ ideaId: id, number: 1, authorId: viewer.personId, words: { ...words, files: [] }, note: '', createdAt: now })));
    for (const { id, authors } of made) {
      tx.emit(ideaSubmitted({ ideaId: id, campaignId: campaign.id, byId: viewer.personId }));
      tx.emit(ideaBroughtIn({ ideaId: id, campaignId: campaign.id, byId: viewer.personId, authorIds: authors.map((one) => one.id) }));
    }
  }
}

/** Those who work here among the people whom the file names, by what it may call them. */
async function peopleNamed(tx: Transaction, campaignId: string, ideas: readonly ReadIdea[]): Promise<Map<string, KnownPerson>> {
  const names = [...new Set(ideas.flatMap(({ lists }) => lists.authors ?? []).map((who) => who.trim().toLowerCase()))];
  const rows: (KnownPerson & { identifier: string; email: string | null })[] = await tx.manager.query(
    `SELECT person.id, person.display_name AS "displayName", lower(person.identifier) AS identifier, lower(person.email) AS email,
       campaign.is_for_everyone OR ${isMeantFor('campaign', 'person.id')} OR ${campaignVisibleTo('campaign', 'person.id')} AS "isMeant"
     FROM person JOIN campaign ON campaign.id = $1 WHERE person.deactivated_at IS NULL AND (lower(person.identifier) = ANY($2) OR lower(person.email) = ANY($2))`,
    [campaignId, names],
  );
  const people = new Map<string, KnownPerson>();
  for (const { identifier, email, ...person } of rows) if (email) people.set(email, person);
  for (const { identifier, email: _email, ...person } of rows) people.set(identifier, person);
  return people;
}

/** Those of the ids that an idea of the campaign has come in by, or has itself. */
async function knownAmong(tx: Transaction, campaignId: string, externalIds: readonly string[]): Promise<Set<string>> {
  const keys = new Map(externalIds.map((externalId) => [keyOf(campaignId, externalId), externalId]));
  const ids = externalIds.filter(isId).map((id) => id.toLowerCase());
  const rows: { id: string; key: string }[] = await tx.manager.query('SELECT id, key FROM idea WHERE campaign_id = $1 AND (key = ANY($2) OR id = ANY($3))', [campaignId, [...keys.keys()], ids]);
  const own = new Set(rows.map(({ id }) => id));
  return new Set([...rows.flatMap(({ key }) => keys.get(key) ?? []), ...externalIds.filter((externalId) => own.has(externalId.toLowerCase()))]);
}
