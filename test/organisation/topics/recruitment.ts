import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const recruitment: Topic = {
  key: 'recruitment', departments: ['hr'], companyWide: 2, questionsFrom: 'others', isProgress: false,
  reactions: ['congratulations', 'support', 'agree', 'thanks'],
  tags: { fr: ['recrutement', 'mobilité', 'alternance'], en: ['recruitment', 'mobility', 'apprentices'] },
  fr: [
    status(
      `{n:14-37} postes ouverts, dont {m:6-12} d'abord en interne pendant deux semaines. [Les plus difficiles : automaticien à {factory} et technicien itinérant près de {town}.|Deux recherches difficiles : un automaticien à {factory}, un itinérant vers {town}.] Une recommandation vaut mieux que dix annonces.`,
      `Le poste d'automaticien : horaires de jour ou en équipe ? L'annonce ne le dit pas.`,
      `J'ai quelqu'un pour {town}, je lui transmets.`,
    ),
    status(
      `{n:23-38} alternants nous rejoignent à la prochaine rentrée, [un record pour la maison|dans onze métiers différents]. {m:4-9} tuteurs débutent : demi-journée de préparation {day}, avec d'anciens alternants comme formateurs.`,
      `D'anciens alternants comme formateurs, très bonne idée.`,
      `Ma demande de tuteur est-elle bien arrivée ? Pas de réponse depuis lundi.`,
    ),
    status(
      `Délai moyen entre l'offre et l'embauche : {n:31-44} jours, contre {m:58-71} l'an dernier. [Deux entretiens au lieu de quatre, et une réponse à tout le monde sous une semaine.|Nous avons supprimé deux entretiens, et nous répondons à chacun sous huit jours.] Les candidats refusés nous remercient, c'est nouveau.`,
      `Et la qualité des recrutements, on la mesure comment à un an ?`,
      `En tant que manager, je sens la différence. Merci.`,
    ),
    question(
      `Postuler en interne sans que mon responsable l'apprenne tout de suite ?`,
      `Un poste à {site} me tente. [Je n'irai peut-être pas au bout.|Rien n'est décidé.]`,
      `Premier échange confidentiel avec la mobilité, c'est la règle. Ton responsable n'est informé qu'au second entretien, par toi.`,
      `Je l'ai fait l'an passé, la confidentialité a été tenue. Je l'ai dit moi-même au bout de {n:2-4} semaines.`,
    ),
    question(
      `Comment présenter honnêtement le travail en 2 × 8 à un candidat ?`,
      `Nous perdons {n:2-4} recrues sur dix en période d'essai, [presque toutes à cause des horaires|et les horaires reviennent à chaque départ].`,
      `Une demi-journée en atelier avant la signature, à 5 h du matin. Ceux qui restent savent.`,
      `Fais-les parler avec quelqu'un de l'équipe, sans nous. Les réponses sont plus vraies.`,
    ),
  ],
  en: [
    status(
      `{n:14-37} positions open, {m:6-12} of them internal only for two weeks. [Hardest to fill: a controls engineer in {factory} and a field technician near {town}.|Two hard ones: controls in {factory}, field service near {town}.] One recommendation beats ten adverts.`,
      `Is the controls job days or shifts? The advert does not say.`,
      `I know somebody for {town}, passing it on.`,
    ),
    status(
      `{n:23-38} apprentices join us with the next intake, [a record|in eleven different trades]. {m:4-9} tutors are new to it: half a day of preparation on {day}, led by former apprentices.`,
      `Former apprentices as trainers, very good idea.`,
      `Did my request to be a tutor arrive? No answer so far.`,
    ),
    status(
      `From offer to hire: {n:31-44} days on average, from {m:58-71} last year. [Two interviews instead of four, and an answer to everybody within a week.|We dropped two interviews and answer everyone within a week.] People we turn down thank us, which is new.`,
      `How do we measure the quality of a hire after a year?`,
      `As a hiring manager I can feel it. Thank you.`,
    ),
    question(
      `Applying internally without my manager knowing at once?`,
      `I am tempted by a job in {site}. [I may not go through with it.|Nothing is decided.]`,
      `The first talk with mobility is confidential, that is the rule. Your manager hears at the second interview, from you.`,
      `I did it last year and it was kept quiet. I told them myself after {n:2-4} weeks.`,
    ),
    question(
      `How to present shift work honestly to a candidate?`,
      `We lose {n:2-4} recruits out of ten during probation, [nearly all because of hours|hours come up at each exit interview].`,
      `Half a day on the floor before signing, at five in the morning. Those who stay know.`,
      `Let them talk to somebody on the team without us. Answers are truer.`,
    ),
  ],
};
