import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const dataProtection: Topic = {
  key: 'data-protection', departments: ['finance', 'it'], companyWide: 1, questionsFrom: 'others', isProgress: false,
  reactions: ['thanks', 'insightful', 'agree'],
  tags: { fr: ['donnéespersonnelles', 'contrats'], en: ['privacy', 'contracts'] },
  fr: [
    status(
      `Durées de conservation revues : les enregistrements d'appels passent de {n:12-18} à {m:3-6} mois, les candidatures refusées à {k:12-24/12} mois. [Effacement automatique à partir de {day}.|Rien à faire de votre côté, l'effacement est automatique.] Si un litige est ouvert, signalez-le avant.`,
      `Trois dossiers à signaler côté service client, liste envoyée.`,
      `Et les fichiers que chacun garde sur son poste ?`,
    ),
    status(
      `Modèle de contrat de sous-traitance simplifié : {n:6-9} pages, [relu par les achats et l'informatique|en français et en anglais]. L'ancien en faisait {m:22-34}. {supplier} l'a signé en deux jours, d'habitude il faut un mois.`,
      `Merci ! On peut remplacer les contrats en cours à leur échéance ?`,
      `La clause d'audit a-t-elle survécu ?`,
    ),
    question(
      `Puis-je garder les numéros de téléphone d'installateurs dans mon carnet ?`,
      `J'en ai {n:120-340/10} [dans mon téléphone professionnel|depuis des années].`,
      `Oui sur l'appareil professionnel, pour le travail, si tu effaces ceux qui n'ont plus de contrat. Pas de copie sur un appareil personnel.`,
      `Le mieux est de les mettre dans l'outil commercial : la personne peut y demander son retrait.`,
    ),
    question(
      `Faut-il l'accord des collègues pour une photo d'équipe affichée à l'atelier ?`,
      `{n:9-22} personnes, [une n'a pas répondu|l'affichage reste interne].`,
      `Oui, même en interne, et il se retire à tout moment. Sans réponse, on considère que c'est non.`,
      `Une feuille signée au dos du cadre, comme à {site}. Simple et vérifiable.`,
    ),
  ],
  en: [
    status(
      `Retention periods reviewed: call recordings go from {n:12-18} to {m:3-6} months, rejected applications to {k:12-24/12} months. [Deletion is automatic from {day}.|Nothing for you to do, deletion is automatic.] If a dispute is open, tell us first.`,
      `Three cases to flag in customer service, list sent.`,
      `And the files people keep on their own machines?`,
    ),
    status(
      `Simplified processing agreement: {n:6-9} pages, [read by purchasing and IT|in French and English]. The old one had {m:22-34}. {supplier} signed in two days; it usually takes a month.`,
      `Thank you! May we replace current ones as they expire?`,
      `Did the audit clause survive?`,
    ),
    question(
      `May I keep installers' phone numbers in my contacts?`,
      `I have {n:120-340/10} [on my work phone|gathered over the years].`,
      `Yes on the work device, for work, if you delete those without a contract. No copy on a private one.`,
      `Better in the sales tool: people can ask to be removed there.`,
    ),
    question(
      `Do we need consent for a team photo on the workshop wall?`,
      `{n:9-22} people, [one has not replied|it stays internal].`,
      `Yes, even inside, and it can be withdrawn at any time. No reply means no.`,
      `A sheet signed on the back of the frame, as in {site}. Simple and verifiable.`,
    ),
  ],
};
