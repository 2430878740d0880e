import { type DraftHandle, isBlank } from '@parvis/conversations/web';
import { type Effort, type IdeaWordsInput, type RichTextDocument, wholeNumberTyped } from '@parvis/platform/web';
import { computed, type WritableComputedRef } from 'vue';

/** The words of an idea as its form holds them: figures as they are typed. */
export interface IdeaFields {
  title: string;
  problem: string;
  benefit: string;
  benefitAmount: string;
  benefitUnit: string;
  cost: string;
  effort: Effort | '';
  tags: string[];
  lookingFor: string[];
}

export const noFields: IdeaFields = { title: '', problem: '', benefit: '', benefitAmount: '', benefitUnit: '', cost: '', effort: '', tags: [], lookingFor: [] };
const blank: RichTextDocument = { type: 'doc', content: [{ type: 'paragraph' }] };

type Stored = Omit<IdeaFields, 'benefitAmount' | 'cost' | 'effort'> & { benefitAmount: number | null; cost: number | null; effort: Effort | null };

export function fieldsOf({ title, problem, benefit, benefitAmount, benefitUnit, cost, effort, tags, lookingFor }: Stored): IdeaFields {
  return { title, problem, benefit, benefitAmount: benefitAmount?.toString() ?? '', benefitUnit, cost: cost?.toString() ?? '', effort: effort ?? '', tags: [...tags], lookingFor: [...lookingFor] };
}

const isFigure = (typed: string): boolean => Number.isInteger(wholeNumberTyped(typed) ?? 0);

/** What is sent. */
export function wordsOf({ title, problem, benefit, benefitAmount, benefitUnit, cost, effort, tags, lookingFor }: IdeaFields, proposal: RichTextDocument | null): IdeaWordsInput {
  return { title, problem, proposal: proposal ?? blank, benefit, benefitAmount: wholeNumberTyped(benefitAmount), benefitUnit, cost: wholeNumberTyped(cost), effort: effort || null, tags: [...tags], lookingFor: [...lookingFor] };
}

/** Fields that live in a draft: kept at every change, back after a reload and on another device. */
export function useIdeaFields({ details }: Pick<DraftHandle, 'details'>, initial: IdeaFields): { [Name in keyof IdeaFields]: WritableComputedRef<IdeaFields[Name]> } {
  const field = <Name extends keyof IdeaFields>(name: Name) =>
    computed<IdeaFields[Name]>({
      get: () => (details.value?.[name] as IdeaFields[Name] | undefined) ?? initial[name],
      set: (value) => {
        if (JSON.stringify(value) === JSON.stringify(details.value?.[name] ?? initial[name])) return;
        details.value = { ...initial, ...details.value, [name]: value };
      },
    });
  return {
    title: field('title'), problem: field('problem'), benefit: field('benefit'), benefitAmount: field('benefitAmount'), benefitUnit: field('benefitUnit'),
    cost: field('cost'), effort: field('effort'), tags: field('tags'), lookingFor: field('lookingFor'),
  };
}

export type IdeaFieldRefs = ReturnType<typeof useIdeaFields>;

/** The fields as they stand now. */
export const currentFields = (fields: IdeaFieldRefs): IdeaFields => ({
  title: fields.title.value, problem: fields.problem.value, benefit: fields.benefit.value, benefitAmount: fields.benefitAmount.value, benefitUnit: fields.benefitUnit.value,
  cost: fields.cost.value, effort: fields.effort.value, tags: fields.tags.value, lookingFor: fields.lookingFor.value,
});

/** The first part without which an idea cannot be submitted, or that cannot be read; null: none. */
export function missingPart(fields: IdeaFields, proposal: RichTextDocument | null, whole: boolean): 'title' | 'problem' | 'proposal' | 'benefitAmount' | 'cost' | null {
  if (!fields.title.trim()) return 'title';
  if (whole && !fields.problem.trim()) return 'problem';
  if (whole && (!proposal || isBlank(proposal))) return 'proposal';
  if (!isFigure(fields.benefitAmount)) return 'benefitAmount';
  return isFigure(fields.cost) ? null : 'cost';
}
