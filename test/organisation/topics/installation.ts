import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const installation: Topic = {
  key: 'installation', departments: ['service', 'sales'], companyWide: 2, questionsFrom: 'trade', isProgress: false,
  reactions: ['thanks', 'insightful', 'agree'],
  tags: { fr: ['installation', 'miseenservice', 'chantier'], en: ['installation', 'commissioning', 'onsite'] },
  fr: [
    status(
      `Mise en service de {n:12-36} {domestic} dans un lotissement de {town} avec {installer}. [Le premier pavillon a pris quatre heures, le dernier une heure dix.|On est passés de quatre heures à une heure dix entre la première et la dernière.] La différence : un kit hydraulique préparé à l'atelier, et la loi d'eau réglée d'avance selon le plan.`,
      `Le kit, c'est une initiative de l'installateur ou une référence chez nous ? [On devrait le vendre.|Je le verrais bien au catalogue.]`,
      `Vous avez gardé les réglages ? Je démarre un chantier semblable {day}.`,
    ),
    status(
      `Rappel né d'un chantier de {town} : la {product} a besoin d'un débit minimal de {n:650-1400/50} l/h, vannes thermostatiques fermées comprises. [Sans bouteille ni soupape différentielle, elle se met en défaut au premier redoux.|Avec toutes les vannes fermées, le défaut arrive au premier redoux.] Trois passages évitables ce mois-ci.`,
      `Le schéma 7 du guide montre les deux solutions. [Je le joins à chaque devis.|C'est la première chose que je montre en formation.]`,
      `Et en plancher chauffant, une seule zone ouverte en permanence suffit.`,
    ),
    status(
      `La nouvelle feuille de mise en service tient sur une page. {n:22-31} cases au lieu de {m:58-74}, dans l'ordre où l'on travaille. [Essayée par huit installateurs, aucun n'a sauté de ligne.|Huit installateurs l'ont essayée : pas une ligne oubliée.] Elle part avec les machines à compter de la semaine {c:11-45}.`,
      `La pression de l'eau à froid y est bien ? C'est la case qui manquait.`,
      `Merci d'avoir gardé l'emplacement pour la signature du client.`,
    ),
    question(
      `Quelle section de câble pour une {product} à {n:18-42} m du tableau ?`,
      `[Question de {installer}|Un installateur de {town} me pose la question], pose en conduit enterré, monophasé. Le guide s'arrête à 15 m.`,
      `Prends la chute de tension comme critère : 3 % maximum. [À cette distance, 10 mm² dans presque tous les cas.|Avec le courant de démarrage limité par le variateur, 10 mm² passent.] Au-delà de 35 m, calcule.`,
      `La note {c:310-390} du support donne le tableau jusqu'à 50 m, je l'envoie à qui veut.`,
      `Et rappelle-lui la protection différentielle de type F. [C'est l'oubli numéro un.|On le voit une fois sur quatre.]`,
    ),
    question(
      `Peut-on poser une {domestic} à moins de {n:2-4} m d'une limite de propriété ?`,
      `Le client de {installer} n'a qu'une courette. [Le voisin a une chambre juste derrière.|La fenêtre du voisin est à cinq mètres.] Que répondre sans promettre n'importe quoi ?`,
      `Légalement oui, sauf règlement local. C'est l'émergence qui compte : [3 dB(A) la nuit|cinq le jour, trois la nuit]. Le simulateur de bruit du site donne une réponse défendable.`,
      `Avec le mode nuit et un écran à {m:60-90} cm, on gagne 6 à 8 dB. Jamais contre un mur en angle, c'est pire que tout.`,
    ),
    question(
      `Ballon tampon ou pas avec des radiateurs anciens ?`,
      `Rénovation à {town}, {n:8-14} radiateurs en fonte, volume d'eau confortable. [L'installateur veut un tampon de 100 litres par habitude.|Le devis prévoit 100 litres de tampon.] Utile ?`,
      `Avec ce volume, non. [Le tampon coûte, prend de la place et dégrade le rendement.|Tu perds deux degrés de départ pour rien.] Il faut seulement garantir le débit minimal.`,
      `Utile si on garde l'ancienne chaudière en relève, sinon je m'en passerais. Compte 15 litres d'eau par kW, dégivrage compris.`,
      `Désembouage et pot à boues, voilà où mettre l'argent.`,
    ),
    question(
      `Erreur de communication entre l'unité et le régulateur, une idée ?`,
      `Défaut {c:31-78} intermittent sur une {product} chez {installer}, câble neuf de {n:20-45} m. [Tout est bon à l'ohmmètre.|La continuité est bonne.] Ça ne se produit que la nuit.`,
      `La nuit, donc à froid ou quand la ventilation du local s'arrête. Neuf fois sur dix : [la masse du blindage reliée aux deux bouts|le blindage est à la terre des deux côtés]. Un seul côté, celui du régulateur.`,
      `Le câble passe-t-il à côté du circuit de l'éclairage extérieur ? J'ai eu le cas, une horloge faisait tout.`,
    ),
  ],
  en: [
    status(
      `Commissioned {n:12-36} {domestic} units on a new estate in {town} with {installer}. [The first house took four hours, the last one seventy minutes.|We went from four hours to seventy minutes between the first and the last.] What made the difference: a pipework kit made up in the workshop, and heating curves set beforehand from the drawings.`,
      `Is the kit theirs or one of our references? [We should be selling it.|I would put it in the catalogue.]`,
      `Did you keep the settings? I start a similar job on {day}.`,
    ),
    status(
      `A reminder from a job in {town}: the {product} needs a minimum flow of {n:650-1400/50} l/h, even with every thermostatic valve shut. [With no low-loss header or bypass it trips on the first mild day.|With all valves closed it trips on the first mild day.] Three avoidable visits this month.`,
      `Diagram 7 of the guide shows both solutions. [I attach it to each quote.|It is the first thing I show in training.]`,
      `With underfloor heating, one zone left open is enough.`,
    ),
    status(
      `The new commissioning sheet fits on one page. {n:22-31} boxes instead of {m:58-74}, in the order the work is done. [Eight installers tried it, nobody missed a line.|Tried by eight installers: not a line skipped.] It ships with the units from week {c:11-45}.`,
      `Is cold water pressure on it? That was the missing box.`,
      `Thanks for keeping room for the customer's signature.`,
    ),
    question(
      `What cable size for a {product} {n:18-42} m from the board?`,
      `[{installer} are asking|Asked by an installer in {town}], buried duct, single phase. Our guide stops at 15 m.`,
      `Use voltage drop: 3% at most. [At that distance 10 mm² nearly always does it.|The inverter limits inrush, so 10 mm² is fine.] Beyond 35 m, do the sum.`,
      `Support note {c:310-390} has the table up to 50 m, I can send it.`,
      `And remind them of the type F residual current device. [It is the most common omission.|We find it missing one time in four.]`,
    ),
    question(
      `Can a {domestic} go less than {n:2-4} m from a boundary?`,
      `{installer}'s customer only has a small yard. [The neighbour's bedroom is right behind.|The neighbour's window is five metres away.] What can we answer without promising the moon?`,
      `It depends on the permitted development rules, so start with the noise assessment form. [The calculator on our site fills it in for you.|Our calculator gives an answer you can defend.]`,
      `Night mode and a screen at {m:60-90} cm gain 6 to 8 dB. Never in a corner, it is the worst place.`,
    ),
    question(
      `Buffer tank or not with old radiators?`,
      `Refurbishment in {town}, {n:8-14} cast iron radiators, plenty of water. [The installer wants a 100-litre buffer out of habit.|The quote has a 100-litre buffer.] Worth it?`,
      `Not with that volume. [It costs money and room, and hurts efficiency.|You lose two degrees of flow for nothing.] Just guarantee the minimum flow.`,
      `Useful if the old boiler stays as backup, otherwise I would leave it out. Count 15 litres of water per kW, defrost included.`,
      `A proper flush and a dirt separator, that is where the money should go.`,
    ),
    question(
      `Intermittent communication fault between unit and controller, any idea?`,
      `Fault {c:31-78} comes and goes on a {product} at {installer}'s, new cable, {n:20-45} m. [Everything measures fine.|Continuity is good.] It only happens at night.`,
      `At night, so when it is cold or when something switches off. Nine times in ten [the screen is earthed at both ends|the shield is grounded on both sides]. One side only, at the controller.`,
      `Does the cable run beside the outside lighting circuit? I had that once: a time switch was the culprit.`,
    ),
  ],
};
