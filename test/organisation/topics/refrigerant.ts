import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const refrigerant: Topic = {
  key: 'refrigerant', departments: ['research', 'service'], companyWide: 1, questionsFrom: 'trade', isProgress: true,
  reactions: ['insightful', 'thanks', 'agree'],
  tags: { fr: ['r290', 'propane', 'frigorigène'], en: ['r290', 'propane', 'refrigerant'] },
  fr: [
    status(
      `Charge de la {product} ramenée à {n:580-940/10} g de propane, contre {m:1050-1380/10} g sur le prototype. [L'échangeur à microcanaux explique l'essentiel, le reste vient d'une ligne liquide plus courte.|Deux moyens : l'échangeur à microcanaux et une ligne liquide raccourcie.] Puissance inchangée à −7 °C.`,
      `Et à −15 °C ? C'est là que je l'attends.`,
      `Cela change la zone de protection autour de la machine, donc les schémas de pose. On s'en charge.`,
    ),
    status(
      `Formation propane terminée pour {n:24-60} techniciens de {mysite}. [La question la plus posée portait sur le fer à souder.|Question la plus fréquente : peut-on braser sur place ?] Réponse : circuit vidé, rincé à l'azote, détecteur allumé, extincteur à moins de trois mètres. Le mémo plastifié est dans chaque véhicule.`,
      `Le mémo existe en anglais ? [Il nous en faut {m:20-40} à Manchester.|On le traduit si besoin.]`,
      `Merci d'avoir gardé une demi-journée de pratique.`,
    ),
    status(
      `Détection de fuite en bout de ligne : seuil abaissé à {n:2-4} g par an. [Sur {m:400-900/50} machines, {k:3-9} rejetées, toutes au raccord de service.|{k:3-9} rejets sur {m:400-900/50} machines, tous au même raccord.] Le joint change de matière la semaine prochaine.`,
      `Le raccord de service, encore lui. [Pourquoi ne pas le supprimer ?|On l'avait déjà trouvé fragile en essai.]`,
      `Les rejets sont repris ou ferraillés ?`,
    ),
    question(
      `Distance de sécurité avec une grille de cave : que dit le guide ?`,
      `À {town}, la grille d'aération du voisin est à {d:1.1-1.9} m. [Le schéma montre un mètre devant et rien sur les côtés.|Le guide n'est pas clair sur les côtés.]`,
      `Un mètre tout autour de la zone hachurée, jusqu'au sol, et aucune ouverture plus basse. Une grille de cave est une ouverture basse : il faut décaler.`,
      `On peut dévier avec un muret plein de {m:50-60} cm. Le schéma 11 de la dernière édition le montre.`,
    ),
    question(
      `Récupérer {n:700-950/50} g de propane : groupe dédié ou mise à l'air ?`,
      `Deux techniciens, deux réponses. [Je voudrais la règle, et pas l'habitude.|Que dit la règle ?]`,
      `Mise à l'air contrôlée permise en extérieur à certaines conditions dans plusieurs pays, mais notre règle est la récupération, groupe certifié. Point.`,
      `Groupe dédié, bouteille marquée, et on note la masse. [Le rapport d'entretien la demande.|Elle figure sur le rapport.]`,
    ),
    question(
      `Transport d'une machine chargée dans un fourgon : quelles obligations ?`,
      `{installer} vient chercher {n:2-4} {domestic} au comptoir de {mysite}. [Faut-il une plaque, un extincteur ?|Il demande s'il est en règle.]`,
      `En dessous des quantités exemptées, ni plaque ni formation spéciale. Ventilation, arrimage debout, extincteur de 2 kg.`,
      `La fiche de transport est à côté de la caisse, une page. Donne-la avec le bon de livraison.`,
    ),
  ],
  en: [
    status(
      `{product} charge down to {n:580-940/10} g of propane, from {m:1050-1380/10} g on the prototype. [The microchannel exchanger explains most of it, a shorter liquid line the rest.|Two means: the microchannel exchanger and a shorter liquid line.] Same output at −7 °C.`,
      `And at −15 °C? That is where I expect trouble.`,
      `It changes the protection zone, hence our siting diagrams. We will update them.`,
    ),
    status(
      `Propane training done for {n:24-60} technicians in {mysite}. [The most frequent question was about the torch.|Most asked: may we braze on site?] Answer: circuit emptied, flushed with nitrogen, detector on, extinguisher within three metres. The laminated card is in every van.`,
      `Is the card available in French too? [We need {m:20-40}.|We can translate.]`,
      `Thanks for keeping half a day of practice.`,
    ),
    status(
      `End-of-line leak detection: threshold lowered to {n:2-4} g a year. [Out of {m:400-900/50} units, {k:3-9} rejected, all at the service port.|{k:3-9} rejects in {m:400-900/50} units, all at the same port.] The seal material changes next week.`,
      `That service port again. [Why not remove it?|We had found it weak in testing.]`,
      `Are rejects reworked or scrapped?`,
    ),
    question(
      `Clearance from a cellar grille: what does the guide say?`,
      `In {town} the neighbour's grille is {d:1.1-1.9} m away. [The diagram shows one metre in front and nothing on the sides.|The guide is unclear about the sides.]`,
      `One metre all round the hatched zone, down to the ground, and no opening lower down. A cellar grille is a low opening: move the unit.`,
      `A solid low wall of {m:50-60} cm can deflect it. Diagram 11 of the latest edition.`,
    ),
    question(
      `Recovering {n:700-950/50} g of propane: dedicated unit or venting?`,
      `Two technicians, two answers. [I want the rule, not the habit.|What is the rule?]`,
      `Controlled venting outdoors is allowed in some countries under conditions, but our rule is recovery with a rated unit. Full stop.`,
      `Dedicated unit, marked cylinder, and write down the mass. [The service report asks for it.|It goes on the report.]`,
    ),
    question(
      `Carrying a charged unit in a van: what is required?`,
      `{installer} collect {n:2-4} {domestic} from the counter in {mysite}. [Do they need a plate, an extinguisher?|They ask whether they comply.]`,
      `Below the exempted quantities, neither plate nor special training. Ventilation, upright, strapped, a 2 kg extinguisher.`,
      `The transport sheet is by the till, one page. Hand it over with the delivery note.`,
    ),
  ],
};
