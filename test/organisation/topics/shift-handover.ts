import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const shiftHandover: Topic = {
  key: 'shift-handover', departments: ['production', 'supply'], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['thanks', 'agree', 'support'],
  tags: { fr: ['consignes', 'équipes', 'atelier'], en: ['handover', 'shifts', 'shopfloor'] },
  fr: [
    status(
      `Relève de {day}, équipe du matin, {factory} : {n:96-184} machines, un arrêt de {m:8-35} minutes sur la {line} (manque de cartons). [À surveiller : le {part}, dont le lot {c:2200-4800} se monte mal.|Point de vigilance : le lot {c:2200-4800} de {part}, montage dur.] Le chariot 3 est en charge, ne pas le prendre avant {time}.`,
      `Vu. Pour le lot, nous avons trié {k:20-60} pièces, {l:3-9} écartées.`,
      `Cartons livrés, le quai a été prévenu trop tard. On ajoute un seuil d'alerte.`,
    ),
    status(
      `[La relève en cinq minutes, debout, devant la machine, fonctionne depuis {n:4-9} semaines à {mysite}.|{n:4-9} semaines de relève debout, devant la machine.] Les oublis signalés par l'équipe suivante sont passés de {m:9-15} à {k:1-4} par semaine. Le bureau de relève est devenu un local de stockage.`,
      `Les cinq minutes sont prises sur quel temps ? C'est la question qu'on va me poser.`,
      `À faire aussi au magasin, on perd des consignes tous les soirs.`,
    ),
    status(
      `Pour l'équipe de nuit : la barrière du quai {n:2-8} est réparée, le badge de l'infirmerie marche de nouveau, et [le distributeur du fond rend la monnaie|la salle de pause est chauffée]. Le remplacement de l'éclairage de l'allée B est reporté à {day}.`,
      `Merci, la barrière durait depuis un mois.`,
      `Pour l'allée B, prévoyez des lampes frontales d'ici là, on n'y voit rien près du rack 14.`,
    ),
    question(
      `Que notez-vous sur la feuille de relève ?`,
      `La nôtre fait {n:2-4} pages et [l'équipe de nuit n'en lit que le bas|tout le monde signe sans lire]. Je cherche un modèle court.`,
      `Quatre lignes : sécurité, ce qui est arrêté, ce qui est bizarre, ce qui manque. Le reste est déjà dans le système.`,
      `On dessine la ligne et on met une croix où ça a coincé. [Ça se lit en dix secondes.|Personne ne s'en plaint.]`,
      `Commencez par barrer ce que personne n'a rempli depuis un mois. Il restera une demi-page.`,
    ),
    question(
      `Comment prévenir l'équipe du week-end sans numéro personnel ?`,
      `Ils n'ont pas d'ordinateur et [je ne veux pas d'un groupe sur une messagerie privée|je refuse de demander les téléphones personnels]. Comment faites-vous ?`,
      `Un écran à l'entrée de l'atelier, alimenté par la communauté. On publie ici, c'est affiché là-bas dans la minute.`,
      `Téléphone de poste, partagé, rangé dans la boîte de relève. Le chef d'équipe l'ouvre en arrivant.`,
    ),
  ],
  en: [
    status(
      `Handover for {day}, morning shift, {factory}: {n:96-184} units, one stop of {m:8-35} minutes on {line} (no cartons). [Watch the {part}, batch {c:2200-4800} is hard to fit.|Keep an eye on batch {c:2200-4800} of the {part}, tight fit.] Truck 3 is charging, leave it until {time}.`,
      `Seen. We sorted {k:20-60} pieces of that batch, {l:3-9} set aside.`,
      `Cartons delivered, the dock was told too late. We are adding an alert level.`,
    ),
    status(
      `[Five-minute handovers, standing, in front of the machine, have run for {n:4-9} weeks in {mysite}.|{n:4-9} weeks of standing handovers, in front of the machine.] Omissions reported by the next shift went from {m:9-15} to {k:1-4} a week. The handover office is now a store room.`,
      `Whose time do the five minutes come out of? I will be asked.`,
      `The warehouse needs this, we lose instructions every evening.`,
    ),
    status(
      `For the night shift: the gate on dock {n:2-8} is fixed, the first-aid room badge works again, and [the vending machine at the back gives change|the break room is heated]. New lighting in aisle B is put off until {day}.`,
      `Thanks, the gate had been like that for a month.`,
      `For aisle B bring head torches, you cannot see a thing near rack 14.`,
    ),
    question(
      `What do you write on the handover sheet?`,
      `Ours runs to {n:2-4} pages and [nights only read the bottom|everyone signs without reading]. Looking for a short one.`,
      `Four lines: safety, what is stopped, what is odd, what is missing. The rest is in the system already.`,
      `We draw the line and put a cross where it jammed. [Ten seconds to read.|Nobody complains.]`,
    ),
    question(
      `How do you reach the weekend shift without private numbers?`,
      `They have no computer and [I do not want a private chat group|I will not ask for personal phones]. How do you do it?`,
      `A screen at the workshop door, fed by the community. We post here, it shows there within the minute.`,
      `A shared phone per station, kept in the handover box. The shift leader opens it on arrival.`,
    ),
  ],
};
