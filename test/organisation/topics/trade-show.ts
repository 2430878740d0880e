import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const tradeShow: Topic = {
  key: 'trade-show', departments: ['marketing', 'sales'], companyWide: 1, questionsFrom: 'trade', isProgress: false,
  reactions: ['congratulations', 'thanks', 'support'],
  tags: { fr: ['salon', 'stand', 'événement'], en: ['tradeshow', 'stand', 'events'] },
  fr: [
    status(
      `Salon terminé : {n:240-610/10} contacts, {m:31-74} rendez-vous pris, [une {collective} ouverte en deux qui a fait le travail à elle seule|un attroupement permanent devant la machine en coupe]. Les fiches sont réparties par région d'ici {day}. Une fiche non rappelée sous dix jours ne vaut plus rien, chacun connaît la sienne.`,
      `Mes {k:9-18} sont rappelées, quatre visites fixées.`,
      `La machine en coupe peut-elle aller à {site} ensuite ? Les écoles adoreraient.`,
    ),
    status(
      `Plan du stand validé : {n:48-96/4} m², pas d'écran géant, un vrai circuit en eau et [des sièges, enfin|de quoi s'asseoir]. Il manque {m:2-4} volontaires techniques pour les {k:2-3} jours, de préférence des gens qui installent.`,
      `Volontaire pour le premier jour si mon responsable est d'accord.`,
      `Les sièges, merci. On perdait les artisans au bout de cinq minutes.`,
    ),
    question(
      `Comment transporter une machine chargée en propane sur un salon ?`,
      `Le règlement du parc d'expositions [interdit tout gaz inflammable|demande une attestation].`,
      `On expose une machine jamais chargée, avec la plaque « démonstration ». Le règlement est satisfait, et personne ne s'en plaint.`,
      `Si tu veux la faire tourner : circuit au CO₂ de démonstration, celui de {site}, à réserver {n:4-8} semaines avant.`,
    ),
    question(
      `Quel cadeau utile pour des installateurs ?`,
      `Budget de {n:3-8} € pièce, [pas de gadget qui finit à la poubelle|{m:300-500/50} exemplaires].`,
      `Un crayon de maçon et une réglette des lois d'eau. On m'en redemande depuis deux ans.`,
      `Le carnet résistant à l'eau. Plus cher de deux euros, gardé pendant un an.`,
    ),
  ],
  en: [
    status(
      `The show is over: {n:240-610/10} contacts, {m:31-74} meetings booked, [a {collective} cut in half that did the work by itself|a permanent crowd around the cutaway unit]. Cards go out by region before {day}. One not called within ten days is worth nothing.`,
      `My {k:9-18} are called, four visits arranged.`,
      `Could the cutaway go to {site} next? Schools would love it.`,
    ),
    status(
      `Stand plan approved: {n:48-96/4} m², no giant screen, a real water circuit and [seats, at last|somewhere to sit]. We still need {m:2-4} technical volunteers for {k:2-3} days, preferably people who install.`,
      `Volunteering for the first day if my manager agrees.`,
      `Seats, thank you. Tradespeople left after five minutes.`,
    ),
    question(
      `How do we bring a propane unit to a show?`,
      `The venue [forbids any flammable gas|wants a certificate].`,
      `We show one that was never charged, with a "demonstration" plate. The rule is met and nobody minds.`,
      `If it must run: the CO₂ demonstration circuit from {site}, booked {n:4-8} weeks ahead.`,
    ),
    question(
      `A useful gift for installers?`,
      `Budget {n:3-8} each, [nothing that goes straight to the bin|{m:300-500/50} of them].`,
      `A carpenter's pencil and a heating curve ruler. I have been asked for more for two years.`,
      `The waterproof notebook. Dearer, and kept for a year.`,
    ),
  ],
};
