import { organisation, profileWordsOf, skillStock, type OrganisationPlan, type OrganisationRecord, type PersonRecord } from '../organisation/index.ts';
import type { TableCopier } from './copy-in.ts';
import { entryCells, profileColumns, writeSaid } from './profile-rows.ts';
import { campaignColumns, writeCampaigns, type CampaignSizes, type Somebody } from './world-campaigns.ts';
import { requestColumns, writeRequests } from './world-requests.ts';

/** What of the server's own code the rows are made with, so that they look as if people had written them. */
export interface ServerParts {
  idFrom(source: string, at: Date): string;
  richTextOf(text: string): object;
  plainText(body: never): string;
  tagsOf(body: never): string[];
}

export const columns: Record<string, string> = {
  person: 'id, identifier, email, given_name, surname, display_name, sort_name, title, department, manager_identifier, roles, created_at, updated_at',
  ...profileColumns,
  skill: 'id, origin',
  skill_label: 'skill_id, language, folded, label, is_preferred, of_edition',
  person_skill: 'id, person_id, skill_id, words, folded, level, position',
  skill_endorsement: 'id, endorser_id, person_id, skill_id, words, folded, thing_type, thing_id, created_at',
  community: 'id, name, sort_name, description, visibility, created_at',
  membership: 'id, community_id, person_id, role, joined_at',
  follow: 'follower_id, followee_id, created_at',
  post: 'id, author_id, community_id, key, kind, title, body, text, tags, created_at',
  comment: 'id, subject_type, subject_id, author_id, key, body, text, is_accepted, created_at',
  reaction: 'subject_id, subject_type, person_id, kind, created_at',
  ...requestColumns,
  ...campaignColumns,
};

/** Of what people write, and of the members of a community, as many as campaigns need. */
const [mostRemembered, mostMembers] = [3_000, 40];

const roleOfGroup: Record<string, string> = { executives: 'executive', hr: 'hr', it: 'it', moderators: 'moderator', 'works-council': 'works-council', auditors: 'auditor' };

/** Turns the generated company into rows. What refers to something stands after it, so only people, communities and the thread of now are remembered. */
export async function writeRows(plan: OrganisationPlan & CampaignSizes, copier: TableCopier, parts: ServerParts, told: (records: number) => void): Promise<void> {
  const writer = new RowWriter(copier, parts, plan);
  await writer.taxonomy();
  let records = 0;
  for (const record of organisation(plan)) {
    await writer.write(record);
    records += 1;
    if (records % 500_000 === 0) told(records);
  }
  await writer.campaigns(plan);
  await copier.end();
}

class RowWriter {
  private readonly people = new Map<string, string>();
  private readonly personIds: string[] = [];
  private readonly communities = new Map<string, string>();
  private readonly skills = new Map<string, string>();
  private thread = new Map<string, { id: string; type: string }>();
  private asker = '';
  /** The first skill of the taxonomy that each person declares. */
  private readonly known = new Map<string, { skillId: string; words: string }>();
  private readonly endorsed = new Set<string>();
  /** What campaigns are made of: everybody with their department, some members of each community, words that people use. */
  private readonly somebodies = new Map<string, Somebody>();
  private readonly executives: string[] = [];
  private readonly members = new Map<string, Somebody[]>();
  private readonly written: { title: string; text: string }[] = [];

  private readonly copier: TableCopier;
  private readonly parts: ServerParts;
  private readonly plan: OrganisationPlan;
  private readonly now: Date;

  constructor(copier: TableCopier, parts: ServerParts, plan: OrganisationPlan) {
    this.copier = copier;
    this.parts = parts;
    this.plan = plan;
    this.now = new Date(plan.endsAt);
  }

  async write(record: OrganisationRecord): Promise<void> {
    const { copier, now } = this;
    switch (record.type) {
      case 'person':
        return this.person(record);
      case 'community': {
        const at = new Date(record.createdAt);
        const id = this.parts.idFrom(`community:${record.id}`, at);
        this.communities.set(record.id, id);
        return copier.add('community', [id, record.name, folded(record.name), record.description, record.visibility, at]);
      }
      // Of scenes and votes, nothing that is measured is made.
      case 'vote': case 'tag-follow': case 'poll-vote': case 'event-reply': case 'reading': case 'wiki-page':
        return;
      case 'membership': {
        const at = new Date(record.joinedAt);
        const id = this.parts.idFrom(`membership:${record.community}:${record.person}`, at);
        this.remember(record.community, record.person);
        return copier.add('membership', [id, this.community(record.community), this.of(record.person), record.role, at]);
      }
      case 'follow':
        return copier.add('follow', [this.of(record.follower), this.of(record.followee), now]);
      case 'reaction': {
        const target = this.thread.get(record.target);
        if (!target) throw new Error(`A reaction to ${record.target}, which is not of this thread.`);
        return copier.add('reaction', [target.id, target.type, this.of(record.person), record.kind, new Date(record.createdAt)]);
      }
      case 'post': {
        const at = new Date(record.createdAt);
        const id = this.parts.idFrom(`post:${record.id}`, at);
        this.thread = new Map([[record.id, { id, type: 'post' }]]);
        this.asker = this.of(record.author);
        const { body, text, tags } = this.said(record.body);
        const community = record.community === null ? null : this.community(record.community);
        if (record.title && this.written.length < mostRemembered) this.written.push({ title: record.title, text });
        if (record.kind === 'question') await writeRequests(copier, { id, askerId: this.asker, at }, this.personIds, { idFrom: this.parts.idFrom, now });
        return copier.add('post', [id, this.of(record.author), community, id, record.kind, record.title, body, [record.title, text].filter(Boolean).join('\n'), tags, at]);
      }
      case 'comment': {
        const at = new Date(record.createdAt);
        const id = this.parts.idFrom(`comment:${record.id}`, at);
        this.thread.set(record.id, { id, type: 'comment' });
        const { body, text } = this.said(record.body);
        if (record.accepted) await this.endorsement(id, this.of(record.author), at);
        return copier.add('comment', [id, 'post', this.thread.get(record.post)?.id ?? null, this.of(record.author), id, body, text, record.accepted, at]);
      }
    }
  }

  private async person(record: PersonRecord): Promise<void> {
    const { identifier, givenName, surname } = record;
    const id = this.parts.idFrom(`person:${identifier}`, new Date(record.hiredOn));
    this.people.set(identifier, id);
    this.personIds.push(id);
    this.somebodies.set(id, { id, department: record.department ?? '' });
    const roles = ['employee', ...record.groups.flatMap((group) => roleOfGroup[group] ?? [])];
    if (roles.includes('executive')) this.executives.push(id);
    await this.copier.add('person', [
      id, identifier, record.mail, givenName, surname, `${givenName} ${surname}`, folded(`${surname} ${givenName}`), record.title, record.department, record.managerIdentifier, roles, this.now, this.now,
    ]);
    const said = profileWordsOf(record, this.plan);
    await this.copier.add('profile', [id, record.location, record.hiredOn, record.biography, record.languages, record.askMeAbout, ...entryCells(said)]);
    if (said) await writeSaid(this.copier, id, said, this.now);
    for (const [position, words] of record.skills.entries()) {
      const skillId = this.skills.get(skillKey(words)) ?? null;
      if (skillId && !this.known.has(id)) this.known.set(id, { skillId, words });
      const own = this.parts.idFrom(`person-skill:${identifier}:${position}`, this.now);
      await this.copier.add('person_skill', [own, id, skillId, words, skillKey(words), record.skillLevels[position] ?? null, position]);
    }
  }

  private remember(community: string, person: string): void {
    const [id, somebody] = [this.community(community), this.somebodies.get(this.of(person))];
    const known = this.members.get(id) ?? [];
    if (known.length === 0) this.members.set(id, known);
    if (somebody && known.length < mostMembers) known.push(somebody);
  }

  /** Once everybody and what they write is known. */
  campaigns(sizes: CampaignSizes): Promise<void> {
    const stock = { people: [...this.somebodies.values()], executives: this.executives, members: this.members, said: this.written };
    return writeCampaigns(this.copier, this.parts, { now: this.now, sizes, stock });
  }

  /** Whoever asked recommends whoever helped, as in the demo company; once for each two. */
  private async endorsement(answerId: string, personId: string, at: Date): Promise<void> {
    const skill = this.known.get(personId);
    const pair = `${this.asker} ${personId}`;
    if (!skill || personId === this.asker || this.endorsed.has(pair)) return;
    this.endorsed.add(pair);
    const id = this.parts.idFrom(`endorsement:${answerId}`, at);
    await this.copier.add('skill_endorsement', [id, this.asker, personId, skill.skillId, skill.words, skillKey(skill.words), 'comment', answerId, at]);
  }

  /** The taxonomy that the company speaks of. */
  async taxonomy(): Promise<void> {
    for (const skill of skillStock) {
      const id = this.parts.idFrom(`skill:${skill.en[0]}`, this.now);
      await this.copier.add('skill', [id, 'starter']);
      for (const language of ['fr', 'en'] as const) {
        const seen = new Set<string>();
        for (const [place, label] of skill[language].entries()) {
          if (seen.has(skillKey(label))) continue;
          seen.add(skillKey(label));
          this.skills.set(skillKey(label), id);
          await this.copier.add('skill_label', [id, language, skillKey(label), label, place === 0, false]);
        }
      }
    }
  }

  private said(text: string): { body: string; text: string; tags: string[] } {
    const body = this.parts.richTextOf(text) as never;
    return { body: JSON.stringify(body), text: this.parts.plainText(body), tags: [...new Set(this.parts.tagsOf(body))] };
  }

  private of(identifier: string): string {
    return this.people.get(identifier) ?? missing('person', identifier);
  }

  private community(identifier: string): string {
    return this.communities.get(identifier) ?? missing('community', identifier);
  }
}

function missing(what: string, identifier: string): never {
  throw new Error(`The generated company names a ${what} that it has not: ${identifier}.`);
}

/** As the database's fold(), for the letters that the generated names have. */
/** As `skill_key` of the database does it. */
const skillKey = (words: string): string => folded(words).replaceAll(/[^\p{L}\p{N}+#]+/gu, ' ').replaceAll(/(^| )[+#]+/g, '$1').trim();

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae').toLowerCase();
