import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const workplaceIt: Topic = {
  key: 'workplace-it', departments: ['it'], companyWide: 3, questionsFrom: 'others', isProgress: false,
  reactions: ['thanks', 'agree', 'insightful'],
  tags: { fr: ['informatique', 'poste', 'réseau'], en: ['it', 'workplace', 'network'] },
  fr: [
    status(
      `Le wifi de {mysite} est coupé {day} de 19 h à 22 h pour changer {n:14-38} bornes. [Les téléphones d'astreinte passent en données mobiles, c'est prévu.|L'astreinte est prévenue.] Les zones mortes connues (quai 4, cantine, salle {room}) font partie du lot. S'il en manque une, dites-le avant.`,
      `Le bureau d'angle au premier, côté parking : rien depuis toujours.`,
      `Merci de le faire le soir.`,
    ),
    status(
      `{n:62-88} % des demandes à l'assistance sont closes dans la journée. [Les plus longues : droits sur d'anciens partages dont plus personne n'est propriétaire.|Celles qui traînent : les partages sans propriétaire.] Nous publions la liste des {m:120-340/10} partages orphelins ; adoptez le vôtre avant {day} en quinze, sinon lecture seule.`,
      `J'en reconnais trois de l'ancienne équipe export, je les prends.`,
      `Lecture seule et pas suppression, bon compromis.`,
    ),
    status(
      `Plus de code temporaire par SMS : la clé ou l'application suffisent depuis {day}. [{n:340-460/10} personnes avaient déjà basculé.|C'était le dernier site.] Si vous n'avez ni l'une ni l'autre, l'accueil de {mysite} prête une clé, deux minutes montre en main.`,
      `Bascule faite en usine aussi, avec la clé au badge. Ça marche bien.`,
      `Clé oubliée à la maison : quelle est la marche à suivre ?`,
    ),
    question(
      `Le VPN se coupe toutes les {n:20-55} minutes chez moi, une piste ?`,
      `Seulement en télétravail, [avec la box en wifi|depuis le changement de box]. En partage de connexion, tout va bien.`,
      `La box ferme les connexions qui ne parlent pas. Dans le client, coche « maintien de session ». [Réglé chez moi.|Nous allons le cocher pour tout le monde.]`,
      `Regarde si la coupure tombe à heure fixe : certains opérateurs renouvellent l'adresse. Dans ce cas, ouvre un ticket, on change de protocole.`,
    ),
    question(
      `Où imprimer une étiquette de colis à {mysite} depuis un poste de bureau ?`,
      `L'imprimante du quai n'apparaît pas dans ma liste, [on me renvoie de l'un à l'autre|et le service expéditions est déjà parti à {time}].`,
      `Ajoute la file « etiquettes-quai » depuis le portail logiciel, c'est en libre-service. Format 100 × 150.`,
      `Celle de la salle {room} fait aussi les étiquettes, bac du bas.`,
    ),
    question(
      `Deux écrans et un portable fermé : il se met en veille`,
      `Depuis la dernière mise à jour, [fermer le capot éteint tout|il faut garder le portable ouvert]. {n:3-8} collègues ont la même chose.`,
      `Stratégie corrigée ce matin : redémarre, puis vérifie « sur secteur, ne rien faire ».`,
      `Le micrologiciel de la station d'accueil doit être à jour aussi. Le portail logiciel le propose.`,
    ),
    question(
      `Réserver une salle équipée pour {n:8-14} personnes, dont la moitié à distance`,
      `À {mysite}, la salle {room} a un micro qui [n'entend que le premier rang|coupe au bout d'une heure].`,
      `Prends {room2} : barre de micros changée, essayée avec quatorze personnes {day}.`,
      `Un micro de table se prête à l'accueil. Branche-le avant d'ouvrir la réunion, sinon il n'est pas vu.`,
    ),
  ],
  en: [
    status(
      `Wi-Fi in {mysite} is off on {day} from 7 to 10 pm to change {n:14-38} access points. [On-call phones move to mobile data.|On-call staff know.] Known dead spots (dock 4, canteen, the {room} room) are part of it. If one is missing, say so beforehand.`,
      `The corner office on the first floor, car park side: nothing, ever.`,
      `Thanks for doing it in the evening.`,
    ),
    status(
      `{n:62-88}% of service desk requests are closed the same day. [The slow ones: rights on old shares nobody owns.|What drags on: shares without an owner.] We are publishing {m:120-340/10} orphan shares; adopt yours within a fortnight, or it turns read-only.`,
      `I recognise three from the old export team, I will take them.`,
      `Read-only rather than deleted, fair compromise.`,
    ),
    status(
      `No more codes by text message: since {day} the key or the app will do. [{n:340-460/10} people had already moved.|This was the last site.] If you have neither, {mysite} reception lends a key, two minutes by the clock.`,
      `Done on the shop floor as well, with the key on the badge. It works.`,
      `Key left at home: what is the procedure?`,
    ),
    question(
      `My VPN drops every {n:20-55} minutes, any clue?`,
      `Only at home, [on Wi-Fi|since the new router]. Through my phone all is well.`,
      `The router closes idle connections. In the client tick "keep session alive". [It cured mine.|We are about to tick it for everyone.]`,
      `See whether it drops at a fixed hour: some providers renew the address. Then raise a ticket, we change protocol.`,
    ),
    question(
      `Where can I print a parcel label in {mysite} from an office PC?`,
      `The dock printer is not in my list, [everyone sends me to someone else|and shipping has left by {time}].`,
      `Add the "dock-labels" queue from the software portal, self-service. Size 100 × 150.`,
      `The one in the {room} room does labels too, bottom tray.`,
    ),
    question(
      `Two screens, lid closed: the laptop goes to sleep`,
      `Since the last update [closing the lid switches everything off|I have to keep it open]. {n:3-8} colleagues have the same.`,
      `Policy corrected this morning: restart, then check "plugged in: do nothing".`,
      `The dock's firmware must be current as well. The software portal offers it.`,
    ),
    question(
      `Booking a room for {n:8-14}, half of them remote`,
      `In {mysite} the {room} room has a microphone that [only hears the first row|cuts out after an hour].`,
      `Take {room2}: new microphone bar, tried with fourteen people on {day}.`,
      `Reception lends a table microphone. Plug it in before opening the meeting or it will not be seen.`,
    ),
    question(
      `How do I give a contractor access for {n:3-8} weeks?`,
      `Somebody from {supplier} needs one shared folder and nothing else. [Last time it took a fortnight.|I do not want to lend my account, obviously.]`,
      `Guest account, request form "external", end date compulsory. It takes a day if your manager approves at once.`,
      `For a single folder use a guest link with sign-in, no account needed. It expires by itself.`,
    ),
  ],
};
