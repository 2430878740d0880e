import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const installerNetwork: Topic = {
  key: 'installer-network', departments: ['sales', 'service', 'marketing'], companyWide: 1, questionsFrom: 'trade', isProgress: false,
  reactions: ['thanks', 'congratulations', 'agree'],
  tags: { fr: ['installateurs', 'réseau', 'formation'], en: ['installers', 'network', 'training'] },
  fr: [
    status(
      `Tournée de formation terminée : {n:9-16} étapes, {m:140-310/10} installateurs, un camion et une {domestic} éventrée sur palette. [L'atelier le plus demandé : lire une loi d'eau.|Ce qu'ils ont préféré : démonter.] Ce qu'ils réclament partout, c'est un numéro où quelqu'un décroche à 7 h 30.`,
      `7 h 30, on sait faire à {mysite} si on décale une personne. À étudier.`,
      `La machine éventrée peut-elle passer par ici avant de rentrer ?`,
    ),
    status(
      `{installer} passe de {n:12-30} à {m:40-80} machines par an et forme deux apprentis. [Leur condition pour continuer : des délais tenus, plus que des remises.|Ils ne demandent pas de remise, ils demandent des dates.] Je préfère cette conversation à l'autre.`,
      `Nous aussi. Les dates sont dans le portail depuis {day}, vérifie qu'ils y ont accès.`,
      `Deux apprentis ! On pourrait leur ouvrir le centre de formation.`,
    ),
    status(
      `Enquête auprès de {n:210-460/10} installateurs : {d:7.1-8.9} sur dix pour les machines, {e:5.1-6.9} pour la documentation. [Les commentaires sont plus instructifs que les notes, je les partage tels quels.|Je partage tous les commentaires, même les salés.]`,
      `La note de la documentation ne surprend personne ici. On s'y met.`,
      `Peut-on croiser avec l'ancienneté dans le réseau ?`,
    ),
    question(
      `Combien d'installateurs par formateur pour une vraie pratique ?`,
      `On me pousse à {n:14-18} par session. [À ce compte, la moitié regarde.|Avec deux machines, c'est de la conférence.]`,
      `Six par machine, pas davantage. Au-delà, double la séance plutôt que le groupe.`,
      `Huit, si un technicien du service vient en renfort. {mention} l'a fait à {site}, demande-lui.`,
    ),
    question(
      `Que faire d'un installateur qui pose mal et ne veut pas l'entendre ?`,
      `{n:4-7} dossiers chez le même en six mois. [Il dit que c'est la machine.|Il conteste chaque compte rendu.]`,
      `Une visite de chantier avec lui, pas contre lui : on mesure le débit ensemble. Les chiffres parlent, et on ne revient plus dessus.`,
      `La charte du réseau prévoit une suspension après deux avertissements écrits. Rarement utile, mais il faut qu'il la connaisse.`,
    ),
  ],
  en: [
    status(
      `Training tour done: {n:9-16} stops, {m:140-310/10} installers, a lorry and a {domestic} cut open on a pallet. [Most wanted session: reading a heating curve.|What they liked best: taking things apart.] What they ask for everywhere is a number that somebody answers at 7.30 am.`,
      `7.30 is possible in {mysite} if one person shifts. Worth a look.`,
      `Could the cut-open unit come through here on its way back?`,
    ),
    status(
      `{installer} go from {n:12-30} to {m:40-80} units a year and are training two apprentices. [Their condition: dates kept, rather than discounts.|They do not ask for discounts, they ask for dates.] I prefer that conversation to the other one.`,
      `So do we. Dates are on the portal since {day}, check that they have access.`,
      `Two apprentices! We could open the training centre to them.`,
    ),
    status(
      `Survey of {n:210-460/10} installers: {d:7.1-8.9} out of ten for the units, {e:5.1-6.9} for the documentation. [The comments teach more than the marks, I share them unedited.|All comments shared, the harsh ones too.]`,
      `The documentation mark surprises nobody here. We are on it.`,
      `Could it be split by years in the network?`,
    ),
    question(
      `How many installers per trainer for real practice?`,
      `I am being pushed to {n:14-18} a session. [Half of them would watch.|With two units it is a lecture.]`,
      `Six per unit, no more. Beyond that, double the session rather than the group.`,
      `Eight, with a service technician to help. {mention} did it in {site}, ask.`,
    ),
    question(
      `What about an installer who fits badly and will not hear it?`,
      `{n:4-7} cases from the same firm in six months. [They say it is the unit.|They dispute every report.]`,
      `A site visit with them, not against them: measure the flow together. Figures speak and nobody argues afterwards.`,
      `The network charter allows suspension after two written warnings. Rarely needed, but they must know it.`,
    ),
  ],
};
