import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const closing: Topic = {
  key: 'closing', departments: ['finance'], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['thanks', 'agree', 'support'],
  tags: { fr: ['clôture', 'gestion', 'écarts'], en: ['closing', 'control', 'variances'] },
  fr: [
    status(
      `Clôture en {n:5-6} jours ouvrés, contre {m:8-9} il y a un an. [Le gain vient des réceptions non facturées, traitées au fil de l'eau.|Le secret : les réceptions non facturées chaque {day} et non à la fin.] Reste l'inter-sociétés avec {site}, qui nous coûte encore une demi-journée.`,
      `Sur l'inter-sociétés, un seul fichier de part et d'autre et on gagne le reste.`,
      `Merci à toute l'équipe, y compris ceux qui ont clôturé depuis un quai de gare.`,
    ),
    status(
      `Écart de {n:60-240/10} 000 € sur le prix de revient de la {product} : [le temps standard datait d'avant le rééquilibrage de la {line}|nous comptions encore douze postes au lieu de onze]. Corrigé à partir de ce mois, sans reprise du passé.`,
      `Les méthodes peuvent prévenir le contrôle à chaque rééquilibrage, une ligne suffit.`,
      `Pas de reprise du passé : l'auditeur est d'accord ?`,
    ),
    question(
      `Provisionner la campagne de rappel du {part} : sur quelle base ?`,
      `{n:600-1800/100} machines concernées, [le taux de retour réel est inconnu|la qualité parle de {m:20-60} %].`,
      `Meilleure estimation de la qualité, écrite et datée, coût complet du passage compris. On ajuste chaque mois.`,
      `Regarde la campagne d'il y a quatre ans : {k:34-52} % de réponse. C'est notre seule base sérieuse.`,
    ),
    question(
      `Facture reçue après la clôture, pour un service de l'an dernier`,
      `{d:4.2-9.8} k€ de {supplier}, [aucune réception saisie|personne ne l'avait commandée].`,
      `Charge de l'exercice si c'est en dessous du seuil, avec une note. Au-dessus de 10 k€, on en parle à l'auditeur.`,
      `Fais confirmer la prestation par le demandeur d'abord. Une sur trois n'avait pas lieu d'être.`,
    ),
  ],
  en: [
    status(
      `Closed in {n:5-6} working days, from {m:8-9} a year ago. [The gain is goods received and not invoiced, handled as they come.|The trick: goods received not invoiced every {day}, not at the end.] Intercompany with {site} still costs half a day.`,
      `One shared file for intercompany and the rest is won.`,
      `Thanks to the whole team, those who closed from a railway platform included.`,
    ),
    question(
      `Accruing for the {part} campaign: on what basis?`,
      `{n:600-1800/100} units concerned, [real return rate unknown|quality say {m:20-60}%].`,
      `Quality's best estimate, written and dated, full cost of the visit included. Adjust monthly.`,
      `See the campaign of four years ago: {k:34-52}% responded. It is our only serious base.`,
    ),
    question(
      `Invoice received after closing, for last year's service`,
      `{d:4.2-9.8} k€ from {supplier}, [no receipt entered|nobody had ordered it].`,
      `Expense it this year below the threshold, with a note. Above 10 k€ we tell the auditor.`,
      `Have the requester confirm the service first. One in three was not due.`,
    ),
  ],
};
