import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const expenses: Topic = {
  key: 'expenses', departments: ['finance'], companyWide: 2, questionsFrom: 'others', isProgress: false,
  reactions: ['thanks', 'agree', 'insightful'],
  tags: { fr: ['notesdefrais', 'déplacements'], en: ['expenses', 'travel'] },
  fr: [
    status(
      `Notes de frais : remboursement en {n:5-8} jours en moyenne, contre {m:17-26}. [Ce qui bloquait : les justificatifs photographiés de travers.|Un justificatif sur cinq était illisible.] L'application redresse la photo et prévient tout de suite si la date manque.`,
      `Confirmé : la mienne est arrivée en quatre jours.`,
      `Et les frais en dirhams ? Le taux du jour n'est pas toujours le bon.`,
    ),
    status(
      `La règle des déplacements tient sur une page depuis {day}. [Train jusqu'à {n:4-5} heures, hôtel plafonné par ville, repas au réel avec justificatif.|En bref : train en dessous de {n:4-5} heures, plafond d'hôtel par ville, repas au réel.] Les cas particuliers se règlent avec votre responsable, pas avec nous.`,
      `Une page ! La précédente en faisait {m:14-22}.`,
      `Quel plafond à Manchester pendant les salons ? Rien à moins du double.`,
    ),
    question(
      `Ticket perdu, {n:12-28} € : que faire ?`,
      `Repas de midi en déplacement à {site}. [Je n'ai que le relevé de carte.|Il me reste la ligne du relevé bancaire.]`,
      `Attestation sur l'honneur, trois par an au plus. Le formulaire est dans l'application, bouton « justificatif manquant ».`,
      `Demande un duplicata au restaurant, beaucoup l'envoient par courriel dans l'heure.`,
    ),
    question(
      `Prendre sa voiture plutôt que le train : quel remboursement ?`,
      `Trois personnes et {n:80-140/10} kg de matériel pour {town}. [Le train n'est pas réaliste.|En train, il faudrait deux voyages.]`,
      `Barème kilométrique plus péages, avec l'accord écrit du responsable. Le matériel justifie l'exception.`,
      `Une camionnette du parc est souvent libre le {day} à {mysite}. Moins cher et mieux assuré.`,
    ),
  ],
  en: [
    status(
      `Expense claims are paid in {n:5-8} days on average, from {m:17-26}. [What held them up: receipts photographed askew.|One receipt in five could not be read.] The app straightens the picture and warns at once when a date is missing.`,
      `Confirmed, mine took four days.`,
      `And claims in dirhams? The day's rate is not always right.`,
    ),
    status(
      `Since {day} the travel rule fits on a page. [Train up to {n:4-5} hours, hotel cap per city, meals at cost with a receipt.|In short: train below {n:4-5} hours, hotel cap per city, meals at cost.] Special cases are between you and your manager, not us.`,
      `One page! The last one had {m:14-22}.`,
      `What is the cap in Lyon during trade shows? Nothing below twice that.`,
    ),
    question(
      `Lost receipt, £{n:12-28}: what now?`,
      `Lunch while travelling to {site}. [I only have the card statement.|All I have is the line on my statement.]`,
      `A signed statement, three a year at most. In the app, "missing receipt".`,
      `Ask the restaurant for a copy, many send it within the hour.`,
    ),
    question(
      `Taking the car rather than the train: what is paid?`,
      `Three people and {n:80-140/10} kg of kit to {town}. [The train is not realistic.|By train it takes two trips.]`,
      `Mileage plus tolls, with your manager's written agreement. The kit justifies it.`,
      `A pool van is often free on {day} in {mysite}. Cheaper and better insured.`,
    ),
  ],
};
