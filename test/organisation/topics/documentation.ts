import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const documentation: Topic = {
  key: 'documentation', departments: ['marketing', 'service', 'research'], companyWide: 1, questionsFrom: 'trade', isProgress: true,
  reactions: ['thanks', 'insightful', 'agree'],
  tags: { fr: ['notices', 'traduction', 'terminologie'], en: ['manuals', 'translation', 'terminology'] },
  fr: [
    status(
      `La notice de la {product} passe de {n:96-140} à {m:38-54} pages. [Nous avons retiré ce qui ne sert qu'au constructeur.|Le reste était écrit pour nous, pas pour le lecteur.] Les mises en garde sont regroupées, la mise en service commence page 6, et le tableau des défauts ferme le document.`,
      `Le tableau à la fin, c'est là que tout le monde le cherche. Merci.`,
      `Six langues à la fois ? [Le portugais avait un an de retard.|Je m'inquiète du néerlandais.]`,
    ),
    status(
      `« Départ », « aller », « chaud » : {n:3-5} mots pour le même tuyau dans nos documents. [Le comité de terminologie a tranché : départ et retour.|Désormais : départ et retour, rien d'autre.] La liste compte {m:180-420/10} termes en six langues ; elle s'ouvre depuis l'outil de rédaction.`,
      `On dit « aller » à l'atelier depuis toujours, mais on s'y fera.`,
      `L'anglais hésite entre « flow » et « supply ». Tranché aussi ?`,
    ),
    question(
      `Qui relit le néerlandais technique ?`,
      `Le traducteur a écrit un terme que [notre client belge ne comprend pas|je n'ai trouvé nulle part] pour « détendeur ».`,
      `L'équipe de Bruxelles, deux volontaires, délai d'une semaine. Ils préfèrent des lots de {n:5-12} pages.`,
      `Le terme correct est dans la base, fiche {c:110-480}. Le traducteur n'avait pas l'accès, c'est réparé.`,
    ),
    question(
      `Schéma hydraulique : quel logiciel pour que tout le monde puisse le modifier ?`,
      `J'hérite de {n:60-140/10} schémas [dans quatre formats|dont la moitié ne s'ouvre plus].`,
      `Format vectoriel ouvert, avec la bibliothèque de symboles de l'équipe. On ne redessine qu'à la première modification.`,
      `Garde les anciens en image et refais les vingt qui servent. Le reste dormira très bien.`,
    ),
    question(
      `Peut-on mettre un code à scanner sur la plaque vers la bonne notice ?`,
      `Les installateurs tombent sur [l'édition d'il y a trois ans|la notice d'un autre modèle].`,
      `Oui, l'adresse contient le numéro de série et redirige vers l'édition du jour de fabrication. En service à {factory} depuis {n:2-5} mois.`,
      `Prévois l'impression gravée : l'encre ne tient pas dehors.`,
    ),
  ],
  en: [
    status(
      `The {product} manual goes from {n:96-140} to {m:38-54} pages. [We took out what only the maker needs.|The rest was written for us, not for the reader.] Warnings are grouped, commissioning starts on page 6, and the fault table ends the document.`,
      `The table at the end, where everybody looks for it. Thank you.`,
      `All six languages at once? [Portuguese was a year behind.|I worry about Dutch.]`,
    ),
    status(
      `"Flow", "supply", "feed": {n:3-4} words for one pipe in our documents. [The terminology group has decided: flow and return.|From now on: flow and return, nothing else.] The list has {m:180-420/10} terms in six languages and opens from the authoring tool.`,
      `The workshop has said "feed" for ever, but we will adapt.`,
      `Is French settled as well? They have three of their own.`,
    ),
    question(
      `Who proofreads technical Dutch?`,
      `The translator used a term for "expansion valve" that [our Belgian customer does not understand|I cannot find anywhere].`,
      `The Brussels team, two volunteers, a week. They prefer batches of {n:5-12} pages.`,
      `The right term is in the database, entry {c:110-480}. The translator had no access, which is fixed.`,
    ),
    question(
      `Which software for pipework diagrams that anyone can edit?`,
      `I inherit {n:60-140/10} diagrams [in four formats|half of which no longer open].`,
      `An open vector format with the team's symbol library. Redraw only when first changed.`,
      `Keep the old ones as images and redo the twenty that serve. The rest can sleep.`,
    ),
    question(
      `A scan code on the plate leading to the right manual?`,
      `Installers land on [the edition of three years ago|another model's manual].`,
      `Yes, the address holds the serial number and leads to the edition of the build date. Live in {factory} for {n:2-5} months.`,
      `Have it engraved: ink does not last outdoors.`,
    ),
  ],
};
