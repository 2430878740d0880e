import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const training: Topic = {
  key: 'training', departments: ['hr'], companyWide: 2, questionsFrom: 'others', isProgress: false,
  reactions: ['thanks', 'agree', 'congratulations'],
  tags: { fr: ['formation', 'compétences', 'apprentissage'], en: ['training', 'skills', 'learning'] },
  fr: [
    status(
      `Le catalogue de formation compte {n:38-64} sessions pour le semestre, [dont {m:14-22} animées par des collègues|{m:14-22} étant données par des collègues]. La plus demandée reste la lecture de schémas électriques. {k:3-7} places libres {day} à {site}.`,
      `Je peux animer une session de plus sur les schémas, à {mysite}.`,
      `Est-ce ouvert aux intérimaires de longue durée ?`,
    ),
    status(
      `{n:11-26} certifications de brasage renouvelées à {factory}, un échec, une nouvelle tentative {day}. [Merci aux deux anciens qui ont repris le chalumeau pour montrer.|L'entraînement du soir a compté.] Les machines d'exercice restent accessibles jusqu'à la fin du mois.`,
      `Félicitations. L'examen est exigeant et l'ambiance n'aide pas.`,
      `Les chutes de cuivre partent au tri, on en garde pour l'entraînement.`,
    ),
    question(
      `Une formation courte pour lire un bilan comptable ?`,
      `Je monte des dossiers d'investissement [sans comprendre la moitié des mots|et on me renvoie mes tableaux]. {n:2-4} heures me suffiraient.`,
      `La finance en donne une chaque trimestre, deux heures, avec nos propres chiffres. Prochaine {day}.`,
      `En attendant, la vidéo de dix minutes sur l'amortissement est très bien faite. Elle est dans le catalogue, « bases ».`,
    ),
    question(
      `Se former pendant le temps de travail en équipe postée, comment ?`,
      `Le droit existe, [le remplaçant n'existe pas|mais la ligne ne s'arrête pas]. Comment font les autres sites ?`,
      `À {site}, un jour par trimestre est bloqué dans le planning annuel. Bloqué veut dire bloqué.`,
      `Nous formons par deux, à l'intersection des équipes : une heure du matin, une heure de l'après-midi.`,
    ),
    question(
      `Anglais technique : cours, application ou immersion ?`,
      `Je dois tenir des réunions avec Manchester. [Je lis bien, je parle mal.|La lecture va, l'oral non.]`,
      `La table de conversation, chaque semaine. C'est gratuit et on y parle de pompes à chaleur.`,
      `Une semaine sur place m'a plus servi que deux ans d'application. Demande un échange court.`,
    ),
  ],
  en: [
    status(
      `The training catalogue has {n:38-64} sessions this half-year, [{m:14-22} of them given by colleagues|of which colleagues give {m:14-22}]. Reading wiring diagrams remains the favourite. {k:3-7} places left on {day} in {site}.`,
      `I can run one more on diagrams, in {mysite}.`,
      `Is it open to long-term agency staff?`,
    ),
    status(
      `{n:11-26} brazing certificates renewed in {factory}, one failure, another go on {day}. [Thanks to the two veterans who picked up the torch to show how.|Evening practice paid.] The practice rigs stay open until the end of the month.`,
      `Congratulations. It is a demanding exam.`,
      `Keep the copper offcuts for practice before they go to sorting.`,
    ),
    question(
      `A short course on reading a balance sheet?`,
      `I write investment cases [and understand half the words|and my tables come back]. {n:2-4} hours would do.`,
      `Finance give one each quarter, two hours, on our own figures. Next on {day}.`,
      `Meanwhile the ten-minute film on depreciation is well made. Catalogue, "basics".`,
    ),
    question(
      `How do shift workers train during working hours?`,
      `The right exists, [the stand-in does not|but the line does not stop]. How do other sites manage?`,
      `In {site} one day a quarter is blocked in the yearly plan. Blocked means blocked.`,
      `We train in pairs at the overlap: an hour of the morning, an hour of the afternoon.`,
    ),
    question(
      `Technical French: lessons, app or immersion?`,
      `I must run meetings with Lyon. [I read well and speak badly.|Reading is fine, speaking is not.]`,
      `The lunch table, weekly. It is free and people talk about heat pumps.`,
      `A week on site did more for me than two years of an app. Ask for a short exchange.`,
    ),
  ],
};
