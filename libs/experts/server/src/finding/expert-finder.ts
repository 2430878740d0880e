import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@parvis/identity/server';
import { limited, platformErrors } from '@parvis/platform/server';
import { ContributorQuery } from './contributor.query.ts';
import { EvidenceReader, type ShownEvidence } from './evidence-reader.ts';
import { EvidenceQuery } from './evidence.query.ts';
import { EXPERT_WEIGHTS, type ExpertWeights } from './expert-weights.ts';
import { QuestionReader, type ReadQuestion } from './question-reader.ts';
import { likely, ranked, type Evidence, type Ranked } from './ranking.ts';
import { SkilledQuery, type Skilled } from './skilled.query.ts';

/** Somebody who seems to know, with why. */
export interface ExpertProposal {
  personId: string;
  /** The most telling, a few. */
  evidence: ShownEvidence[];
  evidenceCount: number;
  answerCount: number;
  acceptedCount: number;
  /** What they say they can do of it, or are recommended for. */
  skilled: Skilled[];
  /** What they say one may ask them about, of what is asked, in their words. */
  askMeAbout: string[];
  /** When they last wrote about it; null: never. */
  lastAt: Date | null;
}

export interface ExpertQuestion {
  text: string;
  tags: readonly string[];
  first: number;
  /** As things stood then; null: now. */
  asOf: Date | null;
}

const maxTextLength = 10_000;
const maxTags = 20;
const maxTagLength = 100;
const maxPeople = 100;
const mostCompared = 80;
const mostShown = 3;

/** Finds who knows, by what people have written and answered where the viewer may read. */
@Injectable()
export class ExpertFinder {
  constructor(
    private readonly reader: QuestionReader,
    private readonly evidence: EvidenceQuery,
    private readonly skilled: SkilledQuery,
    private readonly contributors: ContributorQuery,
    private readonly evidenceReader: EvidenceReader,
    @Inject(EXPERT_WEIGHTS) private readonly weights: ExpertWeights,
  ) {}

  /** Best first, never the viewer; empty when nobody has written about it. Errors: TEXT_TOO_LONG, TOO_MANY_ITEMS, PAGE_TOO_LARGE. */
  async find(viewer: Viewer, { text, tags, first, asOf }: ExpertQuestion): Promise<ExpertProposal[]> {
    if (first < 1 || first > maxPeople) throw platformErrors.pageTooLarge(maxPeople);
    const asked = limited('text', text, maxTextLength);
    if (tags.length > maxTags) throw platformErrors.tooManyItems('tags', maxTags);
    const beside = tags.map((tag) => limited('tags', tag, maxTagLength));
    const question = await this.reader.read(asked, beside);
    const people = await this.ranked(viewer, asked, question, asOf);
    if (people.length > 0 || question.skills.length === 0) return this.shown(people.slice(0, first), question.words);
    // Nobody writes of that skill or says they have it: whoever writes of a part of it is better than nobody.
    const apart = await this.reader.read(asked, beside, { apart: true });
    return this.shown((await this.ranked(viewer, asked, apart, asOf)).slice(0, first), apart.words);
  }

  private async ranked(viewer: Viewer, asked: string, question: ReadQuestion, asOf: Date | null): Promise<Ranked[]> {
    const now = asOf ?? new Date();
    // What people say of themselves has no date: it says nothing of how things stood.
    const [evidence, skilled] = await Promise.all([this.evidence.about(viewer, question, asOf), asOf ? [] : this.skilled.in(viewer, asked, question)]);
    const compared = new Map([...likely(evidence, skilled, now, this.weights)].slice(0, mostCompared));
    const activity = await this.contributors.activity(viewer, [...compared.keys()], { ...question, text: asked }, asOf);
    return ranked(compared, activity, now, this.weights, question.named);
  }

  private async shown(people: readonly Ranked[], words: readonly (readonly string[])[]): Promise<ExpertProposal[]> {
    const read = await this.evidenceReader.read(people.flatMap(({ evidence }) => evidence.slice(0, mostShown)), words);
    return people.map(({ personId, evidence, skilled }) => ({
      personId,
      skilled: skilled.filter(({ isAskMeAbout }) => !isAskMeAbout),
      askMeAbout: skilled.filter(({ isAskMeAbout }) => isAskMeAbout).map(({ words: said }) => said),
      evidence: evidence.slice(0, mostShown).flatMap(({ id }) => read.get(id) ?? []),
      evidenceCount: evidence.length,
      answerCount: evidence.filter(({ kind }) => kind === 'answer').length,
      acceptedCount: evidence.filter(({ isAccepted }) => isAccepted).length,
      lastAt: newest(evidence),
    }));
  }
}

const newest = (evidence: readonly Evidence[]): Date | null => (evidence.length === 0 ? null : new Date(Math.max(...evidence.map(({ writtenAt }) => writtenAt.getTime()))));
