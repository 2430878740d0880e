import type { BroaderSkill, ToldSkill } from '@parvis/people/server';
import { z } from 'zod';
import { reasonOf, requiredText, text } from '../field-rules.ts';

/** Columns of ESCO's file of skills that say what a skill is called; the file has others, which are passed over. */
export const skillColumns = ['conceptUri', 'preferredLabel', 'altLabels', 'hiddenLabels', 'status'] as const;
export type SkillColumn = (typeof skillColumns)[number];
export const requiredSkillColumns: readonly SkillColumn[] = ['conceptUri', 'preferredLabel'];

export const broaderColumns = ['conceptUri', 'broaderUri'] as const;
export type BroaderColumn = (typeof broaderColumns)[number];

const maxLabel = 250;
const maxSynonyms = 300;

const uri = requiredText(500).refine((value) => /^https?:\/\/[^\s]+$/.test(value), 'is not a web address');
const label = requiredText(maxLabel).transform((value) => value.replaceAll(/\s+/g, ' '));

/** One on each line of the cell. */
const labels = text(100_000)
  .default('')
  .transform((cell, context) => {
    const words = [...new Set(cell.split(/[\r\n]+/).map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter(Boolean))];
    if (words.some((word) => word.length > maxLabel)) context.addIssue({ code: 'custom', message: `has an entry of more than ${maxLabel} characters` });
    if (words.length > maxSynonyms) context.addIssue({ code: 'custom', message: `has more than ${maxSynonyms} entries` });
    return words;
  });

const skillRow = z.object({ conceptUri: uri, preferredLabel: label, altLabels: labels, hiddenLabels: labels, status: text(100).default('') });
const broaderRow = z.object({ conceptUri: uri, broaderUri: uri });

/** What a row says of a skill; null: that the edition has given it up. */
export function readSkillRow(cells: Partial<Record<SkillColumn, string>>): { skill: ToldSkill | null } | { reason: string } {
  const result = skillRow.safeParse(cells);
  if (!result.success) return { reason: reasonOf(result.error, cells) };
  const { conceptUri, preferredLabel, altLabels, hiddenLabels, status } = result.data;
  if (status.toLowerCase() === 'obsolete') return { skill: null };
  return { skill: { uri: conceptUri, label: preferredLabel, synonyms: [...altLabels, ...hiddenLabels] } };
}

export function readBroaderRow(cells: Partial<Record<BroaderColumn, string>>): { relation: BroaderSkill } | { reason: string } {
  const result = broaderRow.safeParse(cells);
  return result.success ? { relation: { uri: result.data.conceptUri, broaderUri: result.data.broaderUri } } : { reason: reasonOf(result.error, cells) };
}
