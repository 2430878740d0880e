import type { Language } from '../records.ts';

/** hello: a first post in a community; comment: a first one, under a piece of news; welcome: an answer to the former; reply: one to the latter. */
export type NewcomerWord = 'hello' | 'comment' | 'welcome' | 'reply';

/** What is said in somebody's first days in a community, whatever it is about. Typed as in `topics/`. */
export const newcomerWords: Record<NewcomerWord, Record<Language, readonly string[]>> = {
  hello: {
    fr: [
      `Bonjour à toutes et à tous ! Je rejoins la communauté depuis {mysite}. [Je vais surtout lire les premiers temps, puis poser des questions.|J'ai déjà une liste de questions ; je commence par lire ce qui existe.] [Par quel fil commencer ?|Quel fil faut-il lire en premier ?]`,
      `[Premier message ici.|Premier message, soyez indulgents.] On m'a dit à {mysite} que les réponses se trouvaient dans cette communauté [plutôt que dans les procédures|bien avant d'être dans les procédures]. [J'ai hâte de vous lire.|Merci de m'y faire une place.]`,
      `Je viens de rejoindre la communauté sur le conseil d'une collègue de {site}. [Ce qui m'intéresse : comment font les autres équipes.|Ce que je cherche : ce qui n'a pas marché, et pourquoi.] Merci d'avance pour l'accueil.`,
      `Bonjour de {mysite}. J'ai parcouru les [dix|vingt|trente] derniers fils avant d'oser écrire : [on y apprend plus que dans mon classeur d'accueil|il y a là tout ce que je cherchais]. Merci à celles et ceux qui prennent le temps.`,
      `[Un grand bonjour de {mysite}.|Bonjour de {mysite} !] [Je découvre le sujet|Le sujet est nouveau pour moi], alors mes questions seront simples. La première : [à qui s'adresser quand on ne sait même pas comment poser la question ?|quels sont les trois mots à connaître avant d'entrer en réunion ?]`,
      `Je suis ce sujet de loin depuis {n:2-6} ans ; cette fois, je m'y mets pour de bon. [Si quelqu'un cherche du renfort à {mysite}, je suis là.|À {mysite}, je suis disponible pour un essai, une relecture ou un café.]`,
      `Bonjour, je travaille à {mysite} et je cherche des personnes qui ont le même quotidien que moi sur les autres sites. [Qui aurait une demi-heure par mois pour comparer nos façons de faire ?|Qui serait d'accord pour comparer nos façons de faire, une demi-heure par mois ?]`,
      `Nouvelle tête ici, à {mysite} le reste du temps. Ce que je peux apporter : [un œil neuf et l'habitude des tableurs|un œil neuf, et du temps le vendredi]. Ce que je cherche : [les erreurs à ne pas refaire|le vocabulaire, pour commencer].`,
      `Me voici, depuis {mysite}. [Mon équipe m'a donné {n:3-7} questions à vous poser ; je commencerai par une seule.|J'avais {n:3-7} questions, les fils épinglés ont répondu à deux.] [Merci de l'accueil !|Au plaisir de vous croiser, ici ou à {site}.]`,
    ],
    en: [
      `Hello everyone! I have just joined from {mysite}. [I will mostly read at first, then ask.|I have a list of questions already, so I am reading what is there first.] [Which thread should I start with?|What should one read first?]`,
      `[First message here.|First message here, be kind.] I was told in {mysite} that the answers live in this community [rather than in the procedures|long before they reach the procedures]. [Looking forward to reading you.|Thank you for having me.]`,
      `A colleague in {site} told me to join. [What I am after: how other teams do it.|What I am after: what did not work, and why.] Thank you in advance for the welcome.`,
      `Hello from {mysite}. I went through the last [ten|twenty|thirty] threads before daring to write: [more useful than my induction folder|everything I was looking for is there]. Thanks to those who take the time.`,
      `[A big hello from {mysite}.|Hello from {mysite}!] [The subject is new to me|I am new to this], so my questions will be simple ones. The first: [whom does one ask when one does not know how to put the question?|which three words must one know before the first meeting?]`,
      `I have followed this from afar for {n:2-6} years and decided to get involved. [If anybody needs a hand in {mysite}, here I am.|In {mysite}, I am free for a trial, a review or a coffee.]`,
      `Hello, I work in {mysite} and I am looking for people with the same daily job at other sites. [Who has half an hour a month to compare notes?|Would anybody compare notes with me, half an hour a month?]`,
      `A new face here; in {mysite} the rest of the time. What I can bring: [fresh eyes and a liking for spreadsheets|fresh eyes, and time on Fridays]. What I am after: [the mistakes not to make again|the vocabulary, to begin with].`,
      `Here I am, from {mysite}. [My team gave me {n:3-7} questions for you; I will start with one.|I had {n:3-7} questions, and the pinned threads answered two.] [Thanks for the welcome!|See you here, or in {site}.]`,
    ],
  },
  comment: {
    fr: [
      `[Je viens de rejoindre la communauté|J'arrive dans la communauté], et c'est exactement [ce que je venais chercher|le genre de retour que j'espérais]. Merci.`,
      `[Question de débutant|Une question naïve] : [où peut-on lire la suite ?|existe-t-il un fil plus ancien à lire avant celui-ci ?] Je découvre le sujet depuis {mysite}.`,
      `Merci. [À {mysite}, je n'en avais pas entendu parler.|Personne ne m'en avait parlé à {mysite}.] Je transmets à mon équipe dès aujourd'hui.`,
      `Quelques jours ici, et j'ai déjà appris [plus que prévu|deux choses utiles]. On vous lit à {mysite}.`,
      `[Premier commentaire, pour dire que ce fil m'a servi dès ce matin.|Premier commentaire : ce fil vient de m'éviter une erreur.] Merci de prendre le temps d'écrire.`,
      `Merci pour l'explication. [Je ne savais pas encore à qui poser la question.|C'était en haut de ma liste de questions.]`,
      `Très clair, même quand on débute sur le sujet. [Si une visite est organisée, je m'inscris.|Si vous en parlez de vive voix un jour, je viens écouter.]`,
      `[Vu de {mysite}, avec un œil neuf|Avec un œil neuf, depuis {mysite}] : la dernière phrase mériterait d'être affichée.`,
    ],
    en: [
      `[I have just joined|New here], and this is exactly [what I came for|the kind of report I was hoping for]. Thank you.`,
      `[A beginner's question|A naive question]: [where can one read what came next?|is there an older thread to read before this one?] I am new to this, in {mysite}.`,
      `Thank you. [I had not heard of it in {mysite}.|Nobody had told me in {mysite}.] Passing it on to my team today.`,
      `A few days here, and I have already learnt [more than I expected|two useful things]. We are reading you in {mysite}.`,
      `[First comment, to say that this thread helped me this very morning.|First comment: this thread has just saved me a mistake.] Thanks for taking the time to write.`,
      `Thanks for explaining. [I did not know yet whom to ask.|It was at the top of my list of questions.]`,
      `Very clear, even for a beginner. [If there is a visit, sign me up.|If you ever talk about it in person, I will come and listen.]`,
      `[Seen from {mysite} with fresh eyes|With fresh eyes, from {mysite}]: the last sentence deserves a place on the wall.`,
    ],
  },
  welcome: {
    fr: [
      `Bienvenue ! [Commence par les fils épinglés, puis demande : personne ne mord.|Le plus simple est de demander : personne ne mord.]`,
      `Bienvenue parmi nous. Si tu passes à {mysite}, [je te montre de quoi nous parlons ici|viens me voir, je te présente l'équipe].`,
      `Une personne de plus, tant mieux ! [Les questions résolues sont la meilleure porte d'entrée.|Lis d'abord les questions résolues : presque tout y est.]`,
      `Bienvenue. [Aucune question n'est trop simple : la tienne servira à d'autres.|Pose tes questions ici : elles servent aussi à ceux qui n'osent pas.]`,
      `Bonjour et bienvenue ! Je t'appelle {day}, [dix minutes suffiront pour te dire qui fait quoi|le temps de te dire qui fait quoi].`,
      `Bienvenue. [J'ai posé les mêmes questions à mon arrivée.|On passe tous par là.] [Écris-moi si besoin.|N'hésite pas.]`,
    ],
    en: [
      `Welcome! [Start with the pinned threads, then ask: nobody bites.|The simplest is to ask: nobody bites.]`,
      `Welcome aboard. When you are in {mysite}, [I will show you what we talk about here|come and see me, I will introduce you to the team].`,
      `One more of us, good! [Solved questions are the best way in.|Read the solved questions first: nearly everything is there.]`,
      `Welcome. [No question is too simple: yours will help others.|Ask here: it helps those who do not dare to.]`,
      `Hello and welcome! I will ring you on {day}, [ten minutes will do to tell you who does what|just to tell you who does what].`,
      `Welcome. [I asked the same questions when I came.|We have all been there.] [Drop me a line if you need anything.|Do ask.]`,
    ],
  },
  reply: {
    fr: [
      `Bienvenue ! [Si un point n'est pas clair, demande ici.|N'hésite pas si un point n'est pas clair.]`,
      `Cela fait plaisir à lire. Merci, et bienvenue.`,
      `Bienvenue dans la communauté. [Dis-nous si cela t'a servi.|Dis-nous ce qui te manque, nous le chercherons ensemble.]`,
      `Merci à toi. [Les fils plus anciens en disent davantage, remonte de deux mois.|Remonte de deux mois : tout y est plus détaillé.]`,
    ],
    en: [
      `Welcome! [If anything is unclear, ask here.|Do ask if anything is unclear.]`,
      `Good to read. Thank you, and welcome.`,
      `Welcome to the community. [Tell us whether it helped.|Tell us what you miss and we will look for it together.]`,
      `Thank you. [Older threads say more, go back two months.|Go back two months: it is all there in more detail.]`,
    ],
  },
};
