import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const languages: Topic = {
  key: 'languages', departments: [], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['agree', 'support', 'thanks'],
  tags: { fr: ['langues', 'conversation'], en: ['languages', 'conversation'] },
  fr: [
    status(
      `Table de {day} : {n:7-16} personnes, {m:3-5} sites, et [vingt minutes sur la façon de dire « ça dépend » sans fâcher|un débat sur « actuellement » et « actually »]. La semaine prochaine, on raconte une panne dans l'autre langue. Venez avec un dessin.`,
      `Je viens avec la panne du vendredi soir, elle a fait ses preuves.`,
      `Possible de finir cinq minutes plus tôt ? La prise de poste est à 13 h 30.`,
    ),
    status(
      `[Mot de la semaine|Le mot de la semaine], proposé par l'équipe de Manchester : « snag », la petite réserve de fin de chantier. [Nous n'avons rien d'aussi court.|En français il nous faut cinq mots.] Proposez le suivant en commentaire.`,
      `« Réserve » tout court, on se comprend. Mais « snag » a du charme.`,
      `Je propose « bidouille ». Bon courage aux collègues.`,
    ),
    question(
      `Comment dire « mise en service » à un client britannique ?`,
      `J'hésite entre « start-up » et « commissioning ». [Les deux existent dans nos documents.|Nos notices emploient les deux.]`,
      `Commissioning : réglages et procès-verbal compris. Start-up, c'est seulement mettre en route.`,
      `Commissioning, et le document s'appelle « commissioning sheet ». C'est dans la base de termes.`,
    ),
    question(
      `Tu ou vous dans un message collectif ?`,
      `J'écris à {n:20-60/5} collègues de {site}. [Je tutoie les uns, pas les autres.|En anglais, la question ne se pose pas.]`,
      `Vous, au pluriel : il convient à tous. Le tutoiement reviendra dans les réponses.`,
      `Écris sans pronom : « merci de renvoyer le fichier ». On s'en sort presque toujours.`,
    ),
  ],
  en: [
    status(
      `{day}'s table: {n:7-16} people, {m:3-5} sites and [twenty minutes on how to say "it depends" without upsetting anyone|a debate on "actually" and "actuellement"]. Next week each of us tells the story of a breakdown in the other language. Bring a sketch.`,
      `I will bring my Friday night one, tried and tested.`,
      `Could we finish five minutes earlier? My shift starts at half past.`,
    ),
    status(
      `[Word of the week|This week's word], from the Lyon team: "chantier". [A building site, a project and a mess, all in one.|It is a site, a project and a mess at once.] Suggest the next one below.`,
      `We need that word. Is there one for "the mess but nobody's fault"?`,
      `I suggest "bricolage", and good luck.`,
    ),
    status(
      `An exchange of {n:3-5} days between {mysite} and {site} is open to anyone from the lunch table: you follow a colleague with your own job, in their language. [{m:4-8} places, travel paid by training.|Training pays the travel, {m:4-8} places.]`,
      `I did it in the spring. Exhausting and excellent.`,
      `Can shift workers apply? It would need a stand-in.`,
    ),
    question(
      `How formal should my French e-mails be?`,
      `I end with {n:2-3} lines of greetings copied from a website, and [a colleague laughed|I suspect they are too much].`,
      `"Bonjour" to begin, "Bonne journée" to end. The long formulas are for lawyers and landlords.`,
      `Copy the register of whoever wrote first. And nobody minds mistakes, promise.`,
    ),
    question(
      `What does "on se tient au courant" commit to?`,
      `I heard it {n:2-4} times in one meeting [and nothing happened|and do not know whether I should write].`,
      `To nothing at all. If you need a date, say "on fixe une date ?".`,
      `Roughly "let's keep in touch". Whoever needs the result should write first.`,
    ),
  ],
};
