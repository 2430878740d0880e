import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const automation: Topic = {
  key: 'automation', departments: ['software', 'it', 'finance', 'service'], companyWide: 1, questionsFrom: 'trade', isProgress: true,
  reactions: ['insightful', 'agree', 'thanks'],
  tags: { fr: ['assistants', 'automatisation'], en: ['assistants', 'automation'] },
  fr: [
    status(
      `Essai de {n:6-10} semaines d'un assistant de rédaction au support : [les réponses types sortent {m:20-45} % plus vite|{m:20-45} % de temps gagné sur les réponses types], les réponses difficiles pas du tout. Deux erreurs techniques repérées par les relecteurs. On garde la relecture obligatoire et on le dit au client.`,
      `Les deux erreurs portaient sur quoi ? [Si c'est le gaz, on arrête.|Utile pour la formation.]`,
      `Merci de donner aussi ce qui ne marche pas.`,
    ),
    status(
      `Le classement automatique des bons de livraison traite {n:71-88} % des documents sans reprise. [Le reste, c'est du manuscrit et des tampons de travers.|Les échecs : écriture manuscrite, tampon sur la date.] L'équipe de {mysite} a récupéré une journée par semaine pour les litiges.`,
      `Combien de documents par jour, pour comparer avec nous ?`,
      `Les litiges avancent, ça se voit dans les délais.`,
    ),
    question(
      `A-t-on le droit de coller un contrat dans un assistant en ligne ?`,
      `Pour résumer {n:40-120/10} pages de {supplier}, [c'est tentant|et on me l'a déjà proposé].`,
      `Non avec les outils publics. Oui avec celui de la maison, qui ne garde rien, à condition de retirer les noms.`,
      `Et un résumé n'engage personne : les clauses de pénalité, lis-les toi-même.`,
    ),
    question(
      `Par quoi commencer quand on veut automatiser un rapport hebdomadaire ?`,
      `{n:3-6} heures chaque {day}, [six fichiers, deux boîtes aux lettres|toujours les mêmes copier-coller].`,
      `Par le supprimer pendant deux semaines. Si personne ne le réclame, le travail est fini.`,
      `Par la source la plus stable. {mention} a automatisé le nôtre en trois étapes et un mois.`,
    ),
  ],
  en: [
    status(
      `{n:6-10}-week trial of a writing assistant in support: [standard replies go {m:20-45}% faster|{m:20-45}% saved on standard replies], difficult ones not at all. Proofreaders caught two technical mistakes. Proofreading stays compulsory and customers are told.`,
      `What were the two mistakes about? [If it was gas, we stop.|Useful for training.]`,
      `Thank you for saying what does not work too.`,
    ),
    status(
      `Automatic sorting of delivery notes handles {n:71-88}% of documents untouched. [The rest is handwriting and crooked stamps.|What fails: handwriting, a stamp across the date.] The {mysite} team won back a day a week for claims.`,
      `How many documents a day, so that we can compare?`,
      `Claims are moving, the delays show it.`,
    ),
    status(
      `We let a model suggest fault causes from Vigie data for {n:900-2400/100} past cases. It named the right one first in {m:58-71}% of them; our second-line colleagues reach {k:74-83}%. [Useful for beginners, useless for the hard ones.|A help for newcomers, no more.] We will show it as a list of hints, never as a diagnosis.`,
      `Thank you for comparing with people and not with nothing.`,
      `What about the cases where both were wrong?`,
    ),
    question(
      `May we paste a contract into an online assistant?`,
      `To sum up {n:40-120/10} pages from {supplier}, [it is tempting|and people offered].`,
      `Not with public tools. Yes with the in-house one, which keeps nothing, names removed.`,
      `And a summary binds nobody: read the penalty clauses yourself.`,
    ),
    question(
      `Where to start when automating a weekly report?`,
      `{n:3-6} hours each {day}, [six files and two mailboxes|always the same copy and paste].`,
      `By dropping it for two weeks. If nobody asks, the work is done.`,
      `With the steadiest source. {mention} automated ours in three steps and a month.`,
    ),
    question(
      `Generated code in reviews: do you treat it differently?`,
      `Some changes of {n:200-600/50} lines arrive [that their author cannot explain|with tests that test nothing].`,
      `Same rule for all: the author explains any line on request. That settles it without mentioning tools.`,
      `We ask for the test first, written by hand. Whatever writes the rest then has something to prove.`,
    ),
  ],
};
