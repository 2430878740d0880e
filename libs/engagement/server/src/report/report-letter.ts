import type { LetterOccasion, LetterWords } from '@parvis/notifications/server';
import { firstDayOf, monthOfReport } from './report-month.ts';

/**
 * The letter that tells HR of a report. It has no figure in it: a mailbox is outside of the gate and of the audit log, is read by delegates and programs,
 * forwarded, and kept for longer than anybody may know who read it.
 */
export function reportLetter({ subject, language }: Pick<LetterOccasion, 'subject' | 'language'>): LetterWords {
  const month = monthOfReport(subject.id);
  if (!month) throw new Error('A letter is about a report of no month.');
  const named = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(firstDayOf(month)));
  const { open, ...said } = words[language](named);
  return { ...said, link: { label: open, path: `/engagement/report?month=${month}` } };
}

const words = {
  fr: (month: string) => ({
    subject: `Rapport mensuel des indicateurs : ${month}`,
    paragraphs: [
      `Le rapport mensuel est prêt : ${month}, en une page à lire ou à imprimer.`,
      'Ce message ne contient aucun chiffre : ils se lisent dans Parvis, où chaque lecture est inscrite dans un journal que les représentants du personnel peuvent consulter.',
    ],
    open: 'Ouvrir le rapport',
    reason: 'Vous recevez ce message parce que Parvis vous connaît comme membre des ressources humaines.',
  }),
  en: (month: string) => ({
    subject: `Monthly report on the indicators: ${month}`,
    paragraphs: [
      `The monthly report is ready: ${month}, on one page to read or to print.`,
      'This message holds no figures: they are read in Parvis, where each reading is written to a log that the works council may consult.',
    ],
    open: 'Open the report',
    reason: 'You receive this message because Parvis knows you as a member of human resources.',
  }),
};
