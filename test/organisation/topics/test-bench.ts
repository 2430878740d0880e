import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const testBench: Topic = {
  key: 'test-bench', departments: ['research'], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['insightful', 'thanks', 'agree'],
  tags: { fr: ['laboratoire', 'essais', 'mesure'], en: ['lab', 'testing', 'measurement'] },
  fr: [
    status(
      `La chambre climatique {n:1-3} est de nouveau disponible à partir de {day}, après {m:6-18} jours d'arrêt. [La fuite venait du passe-câble, pas du groupe froid.|Coupable : un passe-câble.] La file compte {k:5-11} essais ; les priorités sont au tableau, contestez-les avant {time}.`,
      `Mon essai de fatigue peut attendre, prenez mon créneau.`,
      `Un passe-câble… nous en avons douze du même lot.`,
    ),
    status(
      `Incertitude sur la puissance ramenée de {d:3.1-3.9} à {e:1.4-2.2} %. [Rien d'exotique : sondes appairées, débitmètre vérifié, isolant changé.|Trois gestes simples : appairer les sondes, vérifier le débitmètre, changer l'isolant.] Les anciens résultats ne sont pas faux, ils étaient seulement plus flous qu'on ne le pensait.`,
      `Peut-on réduire la marge de déclaration du coup ? Cela vaut de l'argent.`,
      `La procédure d'appairage m'intéresse pour {mysite}.`,
    ),
    question(
      `Qui a un débitmètre étalonné à prêter pour {n:2-4} semaines ?`,
      `Le nôtre part en étalonnage, [l'essai de la {product} ne peut pas attendre|mon essai de longue durée démarre {day}]. Gamme : {m:600-1800/100} l/h.`,
      `Il y en a un à {site}, certificat valable encore {k:4-9} mois. Il voyage par la navette du {day}.`,
      `Vérifie d'abord celui de la chambre 2, il est démonté et personne ne s'en sert.`,
    ),
    question(
      `Comment nommez-vous les fichiers d'essais pour les retrouver deux ans après ?`,
      `Le partage contient {n:2400-8800/100} fichiers et [autant de conventions que d'ingénieurs|« final », « final2 », « vraiment final »].`,
      `Numéro d'essai seul dans le nom, tout le reste dans un fichier descriptif à côté. Les noms ne mentent plus puisqu'ils ne disent rien.`,
      `Date, banc, machine, dans cet ordre. Et le banc refuse d'enregistrer sans numéro de demande, ce qui règle le passé récent.`,
    ),
  ],
  en: [
    status(
      `Climatic chamber {n:1-3} is back from {day}, after {m:6-18} days. [The leak was in a cable gland, not in the chiller.|Culprit: a cable gland.] {k:5-11} tests are queueing; priorities are on the board, object before {time}.`,
      `My endurance test can wait, take my slot.`,
      `A cable gland… we have twelve from that batch.`,
    ),
    status(
      `Uncertainty on heating capacity down from {d:3.1-3.9} to {e:1.4-2.2}%. [Nothing exotic: matched probes, a checked flowmeter, new insulation.|Three simple things: match the probes, check the flowmeter, change the insulation.] Old results are not wrong, only blurrier than we thought.`,
      `Can we then cut the declaration margin? That is worth money.`,
      `I would like the matching procedure for {mysite}.`,
    ),
    question(
      `Who can lend a calibrated flowmeter for {n:2-4} weeks?`,
      `Ours goes for calibration and [the {product} test cannot wait|my long test starts on {day}]. Range {m:600-1800/100} l/h.`,
      `There is one in {site}, certificate good for another {k:4-9} months. It can travel with the {day} shuttle.`,
      `Check chamber 2 first, theirs is off the rig and idle.`,
    ),
    question(
      `How do you name test files so as to find them two years later?`,
      `The share holds {n:2400-8800/100} files and [as many conventions as engineers|"final", "final2", "really final"].`,
      `Test number only, everything else in a description file beside it. Names stop lying when they say nothing.`,
      `Date, bench, unit, in that order. And the bench refuses to record without a request number.`,
    ),
  ],
};
