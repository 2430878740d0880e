import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const siteLife: Topic = {
  key: 'site-life', departments: [], companyWide: 5, questionsFrom: 'trade', isProgress: false,
  reactions: ['thanks', 'agree', 'support', 'congratulations'],
  tags: { fr: ['viedesite', 'pratique'], en: ['sitelife', 'practical'] },
  fr: [
    status(
      `[Trouvé|J'ai trouvé] près du local à vélos de {mysite} : un trousseau de {n:3-6} clés avec un porte-clés en cuir. Déposé à l'accueil, qui ferme à 18 h. [Merci de faire passer aux équipes qui ne lisent pas ici.|À faire passer à l'équipe de nuit.]`,
      `C'est à un collègue de la maintenance, je le préviens.`,
      `L'accueil a aussi une paire de lunettes depuis un mois.`,
    ),
    status(
      `La cantine de {mysite} essaie deux plats sans viande par jour pendant {n:4-8} semaines. [Donnez votre avis sur le plateau, avec un jeton.|On vote avec un jeton en rendant le plateau.] Les lasagnes du {day} ont fait {m:62-90} % de jetons verts.`,
      `Les lasagnes, oui. Le gratin d'hier, non.`,
      `Possible d'afficher les allergènes plus gros ? On se penche tous.`,
    ),
    status(
      `Parking de {mysite} : marquage refait {day}, moitié nord fermée de 7 h à 16 h. [Prévoyez le parking de la salle de sport, prêté pour l'occasion.|Le voisin prête son parking, suivez les flèches.] {n:14-26} places pour les véhicules électriques au lieu de {m:6-10}.`,
      `Les places pour personnes handicapées restent-elles accessibles ?`,
      `Merci au voisin. On lui doit des croissants.`,
    ),
    status(
      `Collecte de sang à {mysite} {day}, de {time} à la fin de l'équipe : {n:38-74} inscrits, il reste {m:6-15} créneaux. [Sans rendez-vous pendant la dernière heure.|On peut passer sans rendez-vous en fin de journée.] Le temps est compté comme travaillé.`,
      `Premier don pour moi. Ça dure combien de temps ?`,
      `Merci de préciser que le temps est compté, cela décide beaucoup de monde.`,
    ),
    status(
      `Pot de départ {day} à {time}, salle {room}, pour notre collègue du magasin qui part après {n:31-42} ans. [Il a connu {m:4-6} directeurs et un seul transpalette fétiche.|Il aura chargé plus de camions que nous n'en verrons.] Une enveloppe circule, une carte aussi, à signer sur le bureau de la relève.`,
      `C'est lui qui m'a appris à sangler. J'y serai.`,
      `On peut participer depuis {mysite} ? Envoyez-nous un lien.`,
    ),
    status(
      `La machine à café du {n:2-4}e étage de {mysite} est remplacée {day}. [La nouvelle accepte les tasses.|On peut enfin y mettre sa propre tasse.] Pas de gobelets derrière : {m:900-2400/100} par mois finissaient à la poubelle.`,
      `Il y en aura pour les visiteurs, quand même ?`,
      `Ma tasse est prête depuis deux ans.`,
    ),
    question(
      `Covoiturage entre {mysite} et la gare, le soir ?`,
      `Le dernier bus part avant la fin de l'équipe. [Je cherche {n:2-3} personnes.|Nous serions {n:2-3}.]`,
      `Je passe devant à 21 h 20, deux places. Rendez-vous au portail.`,
      `La navette du {day} peut s'arrêter à la gare si on prévient le gardien avant {time}.`,
    ),
    question(
      `Où peut-on téléphoner au calme à {mysite} ?`,
      `Le plateau est bruyant et [les cabines sont toujours prises|les salles se réservent trois jours avant].`,
      `Deux petites pièces près des archives, sans réservation. Peu de gens les connaissent, gardez-les propres.`,
      `Les cabines se libèrent au bout de {n:20-40} minutes si personne ne bouge. Sinon, la salle {room} avant 9 h.`,
    ),
    question(
      `Qui a les clés de l'armoire du local {room} ?`,
      `J'y ai rangé du matériel en prêt [qui doit repartir {day}|et l'étiquette du responsable est effacée].`,
      `L'accueil a un double. Signature dans le cahier bleu.`,
      `C'est l'équipe des moyens généraux, poste {c:4100-4990}. Ils sont là jusqu'à 16 h.`,
    ),
  ],
  en: [
    status(
      `[Found|I found], near the bike shelter in {mysite}: a ring of {n:3-6} keys with a leather tag. Left at reception, which closes at 6 pm. [Please pass it on to those who do not read this.|Please tell the night shift.]`,
      `They belong to somebody in maintenance, I will tell them.`,
      `Reception has also had a pair of glasses for a month.`,
    ),
    status(
      `The canteen in {mysite} tries two meat-free dishes a day for {n:4-8} weeks. [Give your view with a token when you return the tray.|Vote with a token on the way out.] {day}'s lasagne scored {m:62-90}% green.`,
      `Lasagne yes, yesterday's gratin no.`,
      `Could allergens be printed larger? We all lean in.`,
    ),
    status(
      `Car park in {mysite}: lines repainted on {day}, north half closed from 7 to 4. [The gym lends us theirs.|Our neighbour lends theirs, follow the arrows.] {n:14-26} places for electric cars instead of {m:6-10}.`,
      `Do the accessible bays stay open?`,
      `Thanks to the neighbour, we owe them pastries.`,
    ),
    status(
      `Blood donation in {mysite} on {day}, from {time} until the end of the shift: {n:38-74} signed up, {m:6-15} slots left. [No appointment needed in the last hour.|Walk in during the last hour.] Time counts as worked.`,
      `My first time. How long does it take?`,
      `Saying that time counts will decide many people.`,
    ),
    status(
      `Farewell on {day} at {time}, {room} room, for our colleague from the store who leaves after {n:31-42} years. [He saw {m:4-6} directors and one pallet truck he would not part with.|He loaded more lorries than we will ever see.] There is an envelope, and a card to sign on the handover desk.`,
      `He taught me how to strap a load. I will be there.`,
      `Can we join from {mysite}? Send a link.`,
    ),
    status(
      `Quiet room opened in {mysite}, next to the {room} room: [for prayer, migraine, expressing milk, or ten minutes of silence|for prayer, rest, feeding or silence]. No booking, sliding sign on the door, {n:2-3} armchairs and a fridge.`,
      `Thank you, the first-aid room was no place for it.`,
      `Please nobody take calls in there.`,
    ),
    question(
      `Lift share between {mysite} and the station in the evening?`,
      `The last bus leaves before the shift ends. [Looking for {n:2-3} people.|There would be {n:2-3} of us.]`,
      `I drive past at 9.20 pm, two seats. At the gate.`,
      `{day}'s shuttle can stop there if you tell the gatehouse before {time}.`,
    ),
    question(
      `Where can one phone in peace in {mysite}?`,
      `The open floor is loud and [booths are always taken|rooms go three days ahead].`,
      `Two small rooms near the archive, no booking. Few people know them, keep them tidy.`,
      `Booths free themselves after {n:20-40} minutes without movement. Or the {room} room before 9.`,
    ),
    question(
      `Who holds the keys to the cupboard in the {room} room?`,
      `I stored borrowed kit in it [that has to leave on {day}|and the owner's label has faded].`,
      `Reception has a spare. Sign the blue book.`,
      `Facilities, extension {c:4100-4990}. They are in until 4.`,
    ),
  ],
};
