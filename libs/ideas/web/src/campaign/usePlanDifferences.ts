import { plainText } from '@parvis/conversations/web';
import { type RichTextDocument, useFormats, wholeNumberTyped } from '@parvis/platform/web';
import { computed } from 'vue';
import { useI18n } from 'vue-i18n';

import { type Difference, excerpts } from '../differences.ts';
import { phaseKinds, type PlanFields, planOf } from './campaign-plan.ts';
import type { CampaignPlanFragment } from './CampaignForm.generated.ts';

/** The database gives the parts of a document back in another order than the editor does. */
const inOneOrder = (document: RichTextDocument | null): string =>
  JSON.stringify(document, (_key, value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))) : value));

interface Compared {
  /** What stands in the form. */
  written: PlanFields | undefined;
  /** As it is stored now, and as it was when the change began; undefined: not read yet. */
  stored: CampaignPlanFragment | undefined;
  base: CampaignPlanFragment | undefined;
  sponsorName: (id: string) => string | undefined;
}

/** In which fields a plan differs from what is stored, those first that somebody else has changed. Undefined: it is not known yet. */
export function usePlanDifferences(compared: () => Compared) {
  const { t } = useI18n();
  const { dates, day, list, number } = useFormats();
  const moment = (local: string): string => (local ? dates({ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${local}Z`)) : '');
  const amount = (typed: string): string => (Number.isInteger(wholeNumberTyped(typed)) ? number(wholeNumberTyped(typed) ?? 0) : typed.trim());
  const whom = ({ isForEveryone, departments, communities }: PlanFields): string =>
    isForEveryone || departments.length + communities.length === 0 ? t('ideas.forEveryone') : list([...departments.toSorted(), ...communities.map(({ name }) => name).toSorted()]);

  /** Each field as people say it; what is said alike is the same. Of a published campaign, the form has no phases. */
  function words(plan: PlanFields, { nameOf, isPublished }: { nameOf: (id: string) => string; isPublished: boolean }): [string, string][] {
    const phases = isPublished ? [] : phaseKinds.map((kind) => plan.phases.find((phase) => phase.kind === kind));
    return [
      [t('ideas.plan.question'), plan.question.trim()],
      [t('ideas.plan.context'), plainText(plan.context).trim()],
      [t('ideas.plan.sponsor'), nameOf(plan.sponsorId)],
      [t('ideas.plan.audience'), whom(plan)],
      [t('ideas.plan.timeZone'), plan.timeZone.replaceAll('_', ' ')],
      ...phases.map((phase, i): [string, string] => [t('ideas.changed.phase', { phase: t(`ideas.stage.${phaseKinds[i]}`) }), phase?.isIn ? `${moment(phase.opens)} – ${moment(phase.closes)}` : '']),
      [t('ideas.plan.answersDueOn'), plan.answersDueOn && day(plan.answersDueOn)],
      [t('ideas.about.rules'), plan.rules.trim()],
      [t('ideas.about.criteria'), plan.criteria.filter(({ label }) => label.trim()).map(({ label, weight }) => `${label.trim()} (${t('ideas.about.weight', { weight })})`).join('\n')],
      [t('ideas.about.resources'), plan.resources.trim()],
      [t('ideas.plan.budget'), amount(plan.budget)],
      [t('ideas.plan.hashtag'), plan.hashtag.trim() && `#${plan.hashtag.trim().replace(/^#/, '').toLowerCase()}`],
      [t('communities.banner.legend'), list([t(`communities.banner.pattern.${plan.banner.pattern}`), t(`communities.banner.tone.${plan.banner.tone}`)])],
    ];
  }

  return computed<Difference[] | undefined>(() => {
    const { written, stored, base, sponsorName } = compared();
    if (!written || !stored || !base) return undefined;
    const known = new Map([base.sponsor, stored.sponsor].flatMap((sponsor) => (sponsor ? [[sponsor.id, sponsor.displayName] as const] : [])));
    const how = { nameOf: (id: string) => (id ? (sponsorName(id) ?? known.get(id) ?? id) : ''), isPublished: stored.publishedAt !== null };
    const [now, earlier] = [planOf(stored), planOf(base)];
    const [storedWords, baseWords, writtenWords] = [words(now, how), new Map(words(earlier, how)), new Map(words(written, how))];
    const differences = storedWords.flatMap(([name, said]): Difference[] => {
      const own = writtenWords.get(name) ?? '';
      if (own === said) return [];
      const [short, ownShort] = excerpts(said, own);
      return [{ name, stored: short, written: ownShort, isTheirs: baseWords.get(name) !== said }];
    });
    const form = formOnly(differences, { now, earlier, written });
    return [...differences, ...form].toSorted((one, other) => Number(other.isTheirs) - Number(one.isTheirs));
  });

  /** The same words, set otherwise: bold, a list, a heading. */
  function formOnly(differences: readonly Difference[], { now, earlier, written }: Record<'now' | 'earlier' | 'written', PlanFields>): Difference[] {
    const name = t('ideas.plan.context');
    const isSame = (one: PlanFields, other: PlanFields): boolean => inOneOrder(one.context) === inOneOrder(other.context);
    if (differences.some((one) => one.name === name) || isSame(now, written)) return [];
    const [stored] = excerpts(plainText(now.context).trim(), '');
    return [{ name, stored, written: t('ideas.changed.formOnly'), isTheirs: !isSame(now, earlier) }];
  }
}
