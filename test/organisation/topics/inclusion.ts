import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const inclusion: Topic = {
  key: 'inclusion', departments: ['hr'], companyWide: 1, questionsFrom: 'others', isProgress: false,
  reactions: ['support', 'thanks', 'agree'],
  tags: { fr: ['handicap', 'accessibilité', 'inclusion'], en: ['disability', 'accessibility', 'inclusion'] },
  fr: [
    status(
      `{n:5-14} postes aménagés ce trimestre : un siège assis-debout à la {line}, un logiciel de dictée, des horaires décalés. [Délai moyen : {m:19-34} jours, encore trop long.|{m:19-34} jours en moyenne entre la demande et la solution.] La demande n'a pas besoin de dire pourquoi.`,
      `« N'a pas besoin de dire pourquoi » : à afficher partout.`,
      `Le siège a été essayé par toute l'équipe, trois autres en veulent.`,
    ),
    status(
      `Les vidéos internes sont sous-titrées depuis {day}, [relues par un humain|relues, pas seulement générées]. Merci aux deux collègues malentendants qui ont corrigé le vocabulaire technique : « détendeur » ne deviendra plus « d'étendeur ».`,
      `Utile aussi à l'atelier, où on regarde sans le son.`,
      `Peut-on sous-titrer les visioconférences de la même façon ?`,
    ),
    question(
      `Comment organiser une visite d'atelier pour une personne en fauteuil ?`,
      `Candidate attendue {day} à {factory}, [l'allée C est étroite|il y a une marche au quai 2].`,
      `Passe par l'entrée des expéditions, tout est de plain-pied jusqu'à la {line}. J'ai fait le tour avec un collègue, {n:25-40} minutes.`,
      `Demande-lui ce qui l'intéresse, et si elle préfère le parcours complet ou une présentation au poste. Elle le sait mieux que nous.`,
    ),
    question(
      `Alerte incendie et surdité : que prévoir au poste ?`,
      `Un collègue de {mysite} n'entend pas la sirène [quand il travaille de dos|avec ses protections].`,
      `Bracelet vibrant relié à la centrale. Deux sont en service à {site}, l'installation prend une matinée.`,
      `Un flash dans son champ de vision, plus un binôme désigné à chaque prise de poste.`,
    ),
  ],
  en: [
    status(
      `{n:5-14} workstations adapted this quarter: a sit-stand seat on {line}, dictation software, shifted hours. [Average delay {m:19-34} days, still too long.|{m:19-34} days on average from request to solution.] A request does not have to say why.`,
      `"Does not have to say why" belongs on every wall.`,
      `The whole team tried the seat, three more want one.`,
    ),
    status(
      `Internal videos have captions since {day}, [checked by a human|proofread and not just generated]. Thanks to the two hard-of-hearing colleagues who corrected the technical words.`,
      `Useful on the shop floor too, where we watch without sound.`,
      `Could video calls have the same?`,
    ),
    question(
      `How do you plan a workshop visit for a wheelchair user?`,
      `A candidate comes on {day} to {factory}, [aisle C is narrow|there is a step at dock 2].`,
      `Come in through shipping, it is level up to {line}. I went round with a colleague, {n:25-40} minutes.`,
      `Ask what interests her, and whether she prefers the full tour or a talk at the station. She knows best.`,
    ),
    question(
      `Fire alarm and deafness: what do we provide?`,
      `A colleague in {mysite} cannot hear the siren [with ear protection on|when working with his back to it].`,
      `A vibrating bracelet tied to the panel. Two in use in {site}, half a day to install.`,
      `A light within sight, plus a named buddy at each start of shift.`,
    ),
  ],
};
