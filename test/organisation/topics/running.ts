import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const running: Topic = {
  key: 'running', departments: [], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['congratulations', 'support', 'agree'],
  tags: { fr: ['course', 'trail', 'sport'], en: ['running', 'trail', 'sport'] },
  fr: [
    status(
      `Sortie de {day} midi à {mysite} : {n:5-13} au départ, {m:6-9} km, allure tranquille, personne laissé derrière. [Boue jusqu'aux chevilles au bord de l'eau.|Le chemin du bord de l'eau est inondé, on a pris la digue.] Prochaine même heure, vestiaire ouvert à {time}.`,
      `Merci d'avoir attendu au pont. J'étais à la peine, et le sourire est revenu.`,
      `Je viendrai si quelqu'un court à sept minutes au kilomètre.`,
    ),
    status(
      `Relais inter-sites : {n:6-11} équipes inscrites, dont une de Manchester et une de Porto. [Notre équipe de nuit cherche encore une personne.|Il manque une personne dans l'équipe de nuit.] Le dossard est offert par le comité, le déguisement est interdit cette année.`,
      `Pas de déguisement ? Nous avions déjà le carton du compresseur.`,
      `Volontaire pour l'équipe de nuit, je suis du bon côté de l'horloge.`,
    ),
    status(
      `{town}, {n:18-42} km, {m:800-2100/100} m de dénivelé : [cinq collègues à l'arrivée, un abandon sage|tous à l'arrivée, dans un ordre inattendu]. Plus que le classement, je retiens le ravitaillement tenu par l'équipe de {site}.`,
      `L'abandon sage, c'était moi. La cheville dit merci.`,
      `Les photos sont belles, surtout celle de la soupe.`,
    ),
    question(
      `Reprendre après {n:4-9} mois d'arrêt : par quoi commencer ?`,
      `Genou réparé, [le médecin est d'accord|souffle disparu]. J'ai peur d'aller trop vite.`,
      `Dix minutes de marche, une de course, et on inverse petit à petit sur six semaines. Viens {day}, on fait le groupe lent.`,
      `Chaussures neuves, terrain souple, et jamais deux jours de suite. Le reste revient seul.`,
    ),
    question(
      `Où laisser ses affaires à {mysite} pendant la sortie du midi ?`,
      `Le vestiaire est plein [depuis les travaux|quand l'équipe du matin sort].`,
      `Casiers du premier étage, près de l'infirmerie. Code à demander à l'accueil.`,
      `On laisse les sacs dans la salle {room}, réservée de midi à 13 h 30 sous le nom « course ».`,
    ),
  ],
  en: [
    status(
      `{day} lunchtime run in {mysite}: {n:5-13} at the start, {m:6-9} km, easy pace, nobody left behind. [Ankle-deep mud by the water.|The riverside path is flooded, we took the embankment.] Same time next week, changing room open at {time}.`,
      `Thank you for waiting at the bridge. I struggled, and enjoyed it in the end.`,
      `I will come if somebody runs at seven minutes a kilometre.`,
    ),
    status(
      `Inter-site relay: {n:6-11} teams, one from Lyon and one from Porto. [Our night-shift team is one short.|One runner missing in the night-shift team.] The club pays for the bibs; no fancy dress this year.`,
      `No fancy dress? We had the compressor box ready.`,
      `Volunteering for nights, I am on the right side of the clock.`,
    ),
    question(
      `Starting again after {n:4-9} months off: how?`,
      `Knee repaired, [doctor agrees|no breath left]. I fear going too fast.`,
      `Ten minutes' walk, one running, and swap them over six weeks. Come on {day}, there is a slow group.`,
      `New shoes, soft ground, never two days in a row. The rest comes back.`,
    ),
  ],
};
