import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const maintenance: Topic = {
  key: 'maintenance', departments: ['production'], companyWide: 1, questionsFrom: 'trade', isProgress: true,
  reactions: ['thanks', 'insightful', 'agree'],
  tags: { fr: ['maintenance', 'machines', 'fiabilité'], en: ['maintenance', 'machines', 'reliability'] },
  fr: [
    status(
      `La presse {n:2-9} de {factory} est repartie {day} à {time}. [Deux nuits de travail pour un roulement à {m:60-240/10} €.|La pièce en cause coûte {m:60-240/10} €, l'arrêt en a coûté cent fois plus.] Le relevé de vibrations montrait la dérive depuis {k:3-7} semaines, personne n'avait la consigne de le lire. C'est corrigé.`,
      `Qui le lit maintenant, et à quelle fréquence ? [On devrait faire pareil sur les compresseurs d'air.|La consigne m'intéresse.]`,
      `Chapeau à l'équipe de nuit, la pièce a été retaillée sur place.`,
    ),
    status(
      `Plan préventif des robots de brasage : {n:14-26} gammes réécrites, [chacune essayée par un technicien qui ne l'avait pas rédigée|toutes relues par quelqu'un de l'autre équipe]. Temps moyen : {m:35-70} minutes, contre deux heures annoncées dans le manuel du constructeur.`,
      `L'essai par un autre, c'est ce qui manquait à nos gammes.`,
      `Vous pouvez partager le modèle de gamme ?`,
    ),
    status(
      `Fuites d'air comprimé à {mysite} : {n:24-70} points repérés au détecteur à ultrasons un dimanche, {m:18-23} réparés dans la semaine. [Le compresseur de secours ne démarre plus.|Le second compresseur reste à l'arrêt la nuit.] Gain estimé : {k:8-26} kW en continu.`,
      `Prêtez-nous le détecteur, [à {site} on entend siffler depuis le parking|on le rend {day}].`,
      `Le gain est compté avec ou sans les arrêts de week-end ?`,
    ),
    question(
      `Faut-il garder un {part} de rechange pour le banc final ?`,
      `Le nôtre a {n:6-11} ans. Le délai de remplacement est de {m:9-22} semaines et [la {line} s'arrête sans lui|sans lui, plus d'expédition]. La pièce vaut {k:1800-6400/100} €. Comment décidez-vous ?`,
      `Coût d'un jour d'arrêt multiplié par le délai, comparé au prix : ici la question ne se pose pas, commande-la.`,
      `Regarde si {site} a le même banc. Nous partageons {m:4-9} pièces critiques entre sites, une seule en stock, un taxi suffit.`,
    ),
    question(
      `Vos retours sur les tablettes en atelier pour les bons de travail ?`,
      `On hésite entre tablettes et téléphones durcis. [Les gants posent problème, et le réseau dans l'allée D aussi.|Il y a les gants, l'huile et un réseau moyen.]`,
      `Téléphones. Les tablettes restaient au bureau au bout de {n:3-6} semaines. Prenez-en un par personne, pas un par équipe.`,
      `Tablette fixée à chaque zone, saisie par code-barres. Le mode hors connexion est indispensable, [testez-le vraiment|demandez à le voir fonctionner câble débranché].`,
    ),
    question(
      `Qui consigne quand deux entreprises extérieures interviennent en même temps ?`,
      `Arrêt de {n:2-4} jours prévu à {mysite} : électricité et hydraulique sur le même îlot. [Chacune apporte son cadenas.|Les deux ont leur procédure.]`,
      `Nous, toujours. Un seul chargé de consignation, salarié du site, boîte à clés au poste, et chaque intervenant met son cadenas sur la boîte.`,
      `Et une visite préalable commune, signée des trois. [C'est la loi, pas une politesse.|Le plan de prévention l'exige.]`,
    ),
  ],
  en: [
    status(
      `Press {n:2-9} in {factory} restarted on {day} at {time}. [Two nights of work for a €{m:60-240/10} bearing.|The part costs €{m:60-240/10}, the stop a hundred times that.] The vibration log had shown the drift for {k:3-7} weeks; nobody was told to read it. Somebody is now.`,
      `Who reads it, and how often? [We should do the same for the air compressors.|I would like the instruction.]`,
      `Hats off to the night shift, the part was re-machined on site.`,
    ),
    status(
      `Preventive plan for the brazing robots: {n:14-26} routines rewritten, [each tried by a technician who had not written it|all proofread by the other shift]. Average time: {m:35-70} minutes, against the two hours of the maker's manual.`,
      `Having somebody else try it is what ours lacked.`,
      `Could you share the template?`,
    ),
    status(
      `Compressed air leaks in {mysite}: {n:24-70} found with the ultrasound detector on a Sunday, {m:18-23} fixed within the week. [The backup compressor no longer starts.|The second compressor now stays off at night.] Estimated saving: {k:8-26} kW around the clock.`,
      `Lend us the detector, [in {site} you can hear the whistle from the car park|back to you on {day}].`,
      `Does the saving include weekend shutdowns?`,
    ),
    question(
      `Should we keep a spare {part} for the final test bench?`,
      `Ours is {n:6-11} years old. Lead time is {m:9-22} weeks and [{line} stops without it|nothing ships without it]. It costs €{k:1800-6400/100}. How do you decide?`,
      `Cost of a day's stop times lead time, against the price: there is nothing to decide, order it.`,
      `Check whether {site} has the same bench. We share {m:4-9} critical spares between sites; one in stock and a taxi will do.`,
    ),
    question(
      `Tablets on the shop floor for work orders: any experience?`,
      `We hesitate between tablets and rugged phones. [Gloves are a problem, and so is coverage in aisle D.|There are gloves, oil and a so-so network.]`,
      `Phones. Tablets stayed in the office after {n:3-6} weeks. One each, not one per team.`,
      `A tablet fixed in each zone, with barcodes. Offline mode is a must, [test it for real|ask to see it with the cable out].`,
    ),
    question(
      `Who isolates when two contractors work at once?`,
      `A {n:2-4}-day shutdown in {mysite}: electrical and hydraulic on the same cell. [Each brings its own padlock.|Both have their procedure.]`,
      `We do, always. One authorised person from the site, a key box, and every worker's padlock on the box.`,
      `And a joint visit beforehand, signed by all three. [That is the law, not courtesy.|The prevention plan requires it.]`,
    ),
  ],
};
