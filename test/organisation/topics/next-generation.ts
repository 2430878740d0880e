import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const nextGeneration: Topic = {
  key: 'next-generation', departments: [], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['support', 'insightful', 'congratulations'],
  tags: { fr: ['estran', 'prototype'], en: ['estran', 'prototype'] },
  fr: [
    status(
      `Prototype {n:3-9} d'Estran : {d:4.6-5.4} de SCOP sur banc, masse {m:92-118} kg. [Il manque {k:6-12} kg pour la pose à deux personnes.|Encore trop lourd de {k:6-12} kg pour deux porteurs.] Le châssis en aluminium les donnerait, au prix de {l:14-28} €.`,
      `Avant l'aluminium, regardons le socle : il pèse autant que le compresseur du petit modèle.`,
      `Deux porteurs, c'est l'argument de vente. On tient.`,
    ),
    status(
      `Revue de {day} : le jalon est passé avec {n:3-8} réserves. [La plus lourde : la disponibilité de la carte, chez un seul fournisseur.|Principale réserve, la carte à source unique.] Rappel : aucun visuel hors de cet espace, y compris dans les présentations internes.`,
      `La réserve sur la carte me revient, plan pour la prochaine revue.`,
      `J'ai vu passer une photo en réunion de site, je m'en occupe.`,
    ),
    question(
      `Quel nom de code pour la version collective d'Estran ?`,
      `Il faut pouvoir en parler aux fournisseurs [sans donner la gamme|sans dévoiler la puissance]. Réponse souhaitée avant {day}.`,
      `Un nom de plage, dans la même veine, mais rien qui évoque une taille.`,
      `Un numéro suffit. Les beaux noms finissent dans les journaux.`,
    ),
    question(
      `Peut-on montrer le prototype à {installer} sous accord de confidentialité ?`,
      `Leur avis sur l'accès au {part} vaudrait [bien des réunions|trois semaines de débat].`,
      `Oui avec l'accord signé de {day}, téléphones à l'accueil, et sans la carte électronique montée.`,
      `Attendons le châssis définitif, {n:3-6} semaines. Sinon ils jugeront une tôle qui va disparaître.`,
    ),
  ],
  en: [
    status(
      `Estran prototype {n:3-9}: SCOP {d:4.6-5.4} on the bench, {m:92-118} kg. [We need {k:6-12} kg less for a two-person lift.|Still {k:6-12} kg too heavy for two people.] An aluminium frame would give them, at €{l:14-28} a unit.`,
      `Before aluminium, look at the base: it weighs as much as the small model's compressor.`,
      `Two people to lift it is the selling point. Hold on to it.`,
    ),
    status(
      `{day}'s review: gate passed with {n:3-8} reservations. [The heaviest: the board comes from one supplier.|Main one, a single-source board.] Reminder: no picture leaves this space, internal slides included.`,
      `The board is mine, plan for the next review.`,
      `I saw a photo in a site meeting, dealing with it.`,
    ),
    status(
      `Field trial houses for Estran are chosen: {n:6-12} homes between {town} and {town2}, all colleagues or their families. [Loggers go in next week.|Instruments are fitted from {day}.] They know they may be cold once or twice, and agreed to it in writing.`,
      `Is one of them on a weak electrical supply? We need a bad case.`,
      `Thank you to the volunteers, seriously.`,
    ),
    question(
      `Code name for the collective version of Estran?`,
      `We must talk to suppliers [without giving the range away|without revealing its size]. By {day}, please.`,
      `Another beach, same vein, nothing that hints at size.`,
      `A number will do. Good names end up in the papers.`,
    ),
    question(
      `May we show the prototype to {installer} under NDA?`,
      `Their view of access to the {part} would be worth [many meetings|three weeks of debate].`,
      `Yes with the NDA signed on {day}, phones at reception, and no board fitted.`,
      `Wait for the final frame, {n:3-6} weeks, or they will judge sheet metal that is going away.`,
    ),
  ],
};
