import { fromMarkdown } from '@parvis/conversations/server';
import { limited, platformErrors, type DomainError } from '@parvis/platform/server';
import { maxAuthors } from '../author/idea-author.service.ts';
import { efforts } from '../idea/idea.entity.ts';
import { checkedWords, requireWhole, type IdeaWords } from '../idea/idea-words.ts';
import { ideasErrors } from '../ideas.errors.ts';
import type { IdeaColumn, ReadIdea } from './idea-file.ts';

/** Somebody whom a file may name, by their identifier in the company or their e-mail address, both in lower case. */
export interface KnownPerson {
  id: string;
  displayName: string;
  /** Whether the campaign is for them. */
  isMeant: boolean;
}

/** A row that can be brought in. */
export interface CheckedIdea {
  words: IdeaWords;
  authors: [KnownPerson, ...KnownPerson[]];
}

/** Of a proposal: its form may take as many signs as its words. What it says is limited as everywhere. */
const maxMarkdownLength = 40_000;

interface Ground {
  people: ReadonlyMap<string, KnownPerson>;
  baseUrl: string;
}

/** Errors: IMPORT_CELLS, IMPORT_ID_MISSING, IMPORT_NOT_SUBMITTED, IMPORT_EFFORT_UNKNOWN, IMPORT_AUTHOR_UNKNOWN, IMPORT_AUTHOR_OUTSIDE, IDEA_AUTHORS_TOO_MANY, and those of the words. */
export function checkedIdea({ texts, lists }: ReadIdea, { people, baseUrl }: Ground): CheckedIdea {
  if (!texts) throw ideasErrors.importCells();
  const text = (column: IdeaColumn): string => texts[column]?.trim() ?? '';
  if (!text('id')) throw ideasErrors.importIdMissing();
  if (!['', 'submitted'].includes(text('state').toLowerCase())) throw ideasErrors.importNotSubmitted();
  const words = checkedWords({
    title: text('title'), problem: text('problem'), proposal: fromMarkdown(limited('proposal', text('proposal'), maxMarkdownLength), { baseUrl }), benefit: text('benefit'),
    benefitAmount: figure(text('benefitAmount')), benefitUnit: text('benefitUnit'), cost: figure(text('cost')), effort: effortOf(text('effort')), tags: lists.tags ?? [], lookingFor: lists.lookingFor ?? [],
  });
  requireWhole(words);
  return { words, authors: authorsOf(lists.authors ?? [], people) };
}

function authorsOf(named: readonly string[], people: Ground['people']): CheckedIdea['authors'] {
  if (named.length > maxAuthors) throw ideasErrors.tooManyAuthors(maxAuthors);
  const authors = named.map((who) => {
    const person = people.get(who.trim().toLowerCase());
    if (!person) throw ideasErrors.importAuthorUnknown(who.trim().slice(0, 100));
    if (!person.isMeant) throw ideasErrors.importAuthorOutside(person.displayName);
    return person;
  });
  const [first, ...others] = new Map(authors.map((author) => [author.id, author])).values();
  if (!first) throw platformErrors.textRequired('authors');
  return [first, ...others];
}

/** What is no figure is refused by the rule of the amount. */
const figure = (text: string): number | null => (text ? Number(text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.')) : null);

function effortOf(text: string) {
  if (!text) return null;
  const effort = efforts.find((one) => one === text.toLowerCase());
  if (!effort) throw ideasErrors.importEffortUnknown();
  return effort;
}

export type RowFault = Pick<DomainError, 'code' | 'params' | 'field'>;
