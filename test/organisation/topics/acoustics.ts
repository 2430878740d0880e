import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const acoustics: Topic = {
  key: 'acoustics', departments: ['research', 'quality'], companyWide: 1, questionsFrom: 'trade', isProgress: true,
  reactions: ['insightful', 'congratulations', 'agree'],
  tags: { fr: ['acoustique', 'bruit', 'essais'], en: ['acoustics', 'noise', 'testing'] },
  fr: [
    status(
      `{n:46-52} dB(A) à un mètre pour la {product} en mode nuit, mesurés en chambre semi-anéchoïque {day}. [Deux décibels de gagnés par la grille, un par le support du compresseur.|Le gain vient surtout de la grille, et un peu du support du compresseur.] La raie à {m:180-420/10} Hz reste audible, même si la norme l'ignore.`,
      `C'est cette raie dont parlent les voisins, pas le niveau global. Merci de la citer.`,
      `Le support est déjà en production ou seulement au laboratoire ?`,
    ),
    status(
      `Écoute en aveugle avec {n:14-28} collègues volontaires : [la machine la plus silencieuse au sonomètre arrive troisième à l'oreille|le classement à l'oreille n'est pas celui du sonomètre]. Ce qui gêne, ce sont les variations de régime. On travaille la rampe de vitesse, {m:20-60} secondes au lieu de six.`,
      `J'y étais, c'était troublant. [À refaire avec des clients.|Invitez les commerciaux la prochaine fois.]`,
      `Attention, une rampe longue retarde le chauffage au redémarrage. À essayer par grand froid.`,
    ),
    status(
      `Mesures chez un particulier de {town} qui se plaignait : {n:34-39} dB(A) à sa fenêtre, {m:29-33} sans la machine. [Il avait raison au sens du règlement.|La gêne est réelle, l'émergence dépasse la limite de nuit.] Plots remplacés, mode nuit avancé de deux heures, écran posé. Nouvelle mesure {day}.`,
      `Merci d'y être allé en personne. Le dossier traînait depuis des mois.`,
      `Quels plots ? Nous avons le même cas près de {mysite}.`,
    ),
    question(
      `Quelle confiance accorder à un sonomètre de téléphone ?`,
      `Un installateur m'envoie {n:55-63} dB mesurés avec son téléphone à {town}. [Le client brandit la capture d'écran.|La capture circule déjà chez les voisins.]`,
      `Cinq décibels d'erreur, dans les deux sens, et rien sous 35. Utile pour comparer avant et après avec le même téléphone, pas pour trancher.`,
      `Propose une vraie mesure : l'agence de {site} a un appareil étalonné qui se prête à la semaine.`,
    ),
    question(
      `Vibration transmise par la dalle : par où commencer ?`,
      `On entend un ronflement au rez-de-chaussée, pas dehors. [{domestic} posée sur équerres murales.|La machine est accrochée au mur d'une chambre.]`,
      `Par décrocher la machine du mur, même provisoirement, sur des parpaings. Si le bruit cesse, tu as ta réponse en une heure.`,
      `Les liaisons frigorifiques trop tendues transmettent autant que les équerres. Une lyre de {n:30-50} cm et le ronflement disparaît.`,
    ),
  ],
  en: [
    status(
      `{n:46-52} dB(A) at one metre for the {product} in night mode, measured in the semi-anechoic room on {day}. [Two decibels gained by the grille, one by the compressor mount.|Most of the gain comes from the grille, a little from the compressor mount.] The tone at {m:180-420/10} Hz can still be heard, even if the standard ignores it.`,
      `That tone is what neighbours talk about, not the overall level. Thanks for saying so.`,
      `Is the mount in production or only in the lab?`,
    ),
    status(
      `Blind listening with {n:14-28} volunteers: [the quietest unit on the meter came third by ear|the ranking by ear is not that of the meter]. Changes of speed are what annoys people. We are working on the ramp, {m:20-60} seconds instead of six.`,
      `I was there, it was unsettling. [Do it again with customers.|Invite sales next time.]`,
      `Careful, a long ramp delays heating on restart. Try it in real cold.`,
    ),
    status(
      `Measured at a house in {town} after a complaint: {n:34-39} dB(A) at the window, {m:29-33} without the unit. [They were right.|The nuisance is real, above the night limit.] New mounts, earlier night mode, and a screen. Next measurement on {day}.`,
      `Thank you for going in person. The case had dragged on for months.`,
      `Which mounts? We have the same near {mysite}.`,
    ),
    question(
      `How far can one trust a phone sound meter?`,
      `An installer sends me {n:55-63} dB from a phone in {town}. [The customer waves the screenshot about.|The screenshot is doing the rounds of the neighbours.]`,
      `Five decibels either way, and nothing below 35. Fine to compare before and after on one phone, useless to settle a case.`,
      `Offer a proper measurement: {site} has a calibrated meter to lend for a week.`,
    ),
    question(
      `Vibration through the slab: where to begin?`,
      `A hum on the ground floor, nothing outside. [{domestic} on wall brackets.|The unit hangs on a bedroom wall.]`,
      `Take it off the wall, even temporarily, onto blocks. If it stops you know within the hour.`,
      `Tight refrigerant lines carry as much as brackets. A loop of {n:30-50} cm and the hum goes.`,
    ),
  ],
};
