import { status } from './topic.ts';
import type { Topic } from './topic.ts';

/** What executives write themselves: short, personal, about one thing. */
export const leadership: Topic = {
  key: 'leadership', departments: [], companyWide: 0, questionsFrom: 'trade', isProgress: false,
  reactions: ['thanks', 'support', 'agree', 'insightful', 'congratulations'],
  tags: { fr: ['direction', 'terrain', 'cap'], en: ['leadership', 'onsite', 'priorities'] },
  fr: [
    status(
      `J'ai passé la matinée de {day} à l'accueil téléphonique de {site}, casque sur les oreilles. {n:9-19} appels, dont {m:3-6} auraient été évités par une phrase de plus dans la notice. J'ai noté les phrases. Je demande que la notice soit corrigée avant la fin du mois, et je dirai ici si c'est fait.`,
      `La correction est en cours, la traduction suivra {day}. Merci d'avoir pris les appels jusqu'au bout.`,
      `Les collègues en parlent encore. Ce serait bien que d'autres directeurs viennent, une heure suffit.`,
    ),
    status(
      `On m'a demandé trois fois cette semaine si le projet de deuxième équipe à {factory} était abandonné. La réponse : il est reporté de {n:2-5} mois, parce que les commandes de collectif arrivent plus tard que prévu. Personne ne change d'horaires d'ici là sans en avoir parlé avec son responsable.`,
      `Merci de l'écrire. Les rumeurs allaient plus vite que l'information.`,
      `Est-ce que les contrats d'intérim en cours sont concernés ?`,
      `À l'atelier, on préfère un report annoncé à un silence. Merci.`,
    ),
    status(
      `J'avais tort sur un point et je préfère le dire : j'avais soutenu qu'une seule ligne suffirait pour la {collective}. Les équipes de {factory} avaient démontré le contraire, chiffres à l'appui. Nous installons la seconde.\n\nMerci à celles et ceux qui ont insisté.`,
      `Merci. Il a fallu trois présentations, mais nous y sommes.`,
      `C'est agréable à lire, franchement.`,
    ),
    status(
      `Visite chez {installer} à {town} hier. Leur patron m'a montré une vidéo de mise en service : {n:35-55} minutes, dont {m:10-20} à chercher un bornier. Nous savons faire plus simple. J'ai demandé à la conception et au service client de me proposer quelque chose ensemble, pas chacun de son côté.`,
      `Deux d'entre nous y retournent {day} avec le bureau d'études, on filmera aussi.`,
      `Le repérage des bornes est prévu sur la prochaine version, on peut l'avancer.`,
      `Je reconnais cette vidéo. Le bornier est caché par le faisceau, on le dit depuis deux ans.`,
    ),
    status(
      `Un chiffre qui me tient à cœur : {n:18-42} personnes ont changé de métier dans l'entreprise sur douze mois. J'en ai rencontré six {day}. Ce qui les a aidées, à chaque fois, c'est un collègue qui a pris le temps d'expliquer son travail. Si l'on vous demande une demi-journée d'immersion, dites oui, je couvre.`,
      `J'ai accueilli une collègue de la logistique pendant deux jours, c'est moi qui ai le plus appris.`,
      `Comment fait-on pour demander une immersion ? Il y a un formulaire ?`,
    ),
    status(
      `Réponse à la question posée en réunion de site à {site} sur les primes de week-end : la règle sera la même partout à partir du prochain trimestre. Le texte est court, il sera publié ici par les ressources humaines. Si un cas vous paraît oublié, écrivez-le en commentaire plutôt que dans le couloir.`,
      `Le cas des astreintes du service client n'apparaissait pas dans la première version.`,
      `Merci. Est-ce que cela vaut aussi pour les inventaires ?`,
    ),
    status(
      `[Trois choses que je retiens de la semaine.|Ce que je garde de ces cinq jours.] Le taux de service est repassé au-dessus de {n:92-96} %. Nous avons perdu l'appel d'offres de {landlord}, sur le délai et pas sur le prix. Et l'équipe d'essais a rendu ses résultats {m:2-4} jours en avance, ce qui n'arrive pas tous les ans.`,
      `On débriefe l'appel d'offres {day}, la porte est ouverte.`,
      `Bravo aux essais, et merci pour l'honnêteté sur l'appel d'offres.`,
    ),
    status(
      `J'ai demandé que les réunions de plus de six personnes aient un ordre du jour écrit ou soient annulées. La mienne de {day} n'en avait pas : annulée. [Rendez-vous à {time} pour un café à la place|Vous récupérez une heure], et je ferai mieux la prochaine fois.`,
      `Je peux faire pareil avec les miennes ?`,
      `Merci pour l'heure rendue, elle a servi.`,
    ),
    status(
      `Ce matin à {factory}, une opératrice m'a expliqué pourquoi le gabarit du poste {n:4-18} avait été retourné par l'équipe. Quatre minutes d'explication, et j'ai compris un rapport de trente pages. Le gabarit va être refait. Le rapport, lui, sera plus court.`,
      `Elle a raison depuis le début, merci de l'avoir écoutée.`,
      `Les plans du nouveau gabarit sont partis à l'outillage.`,
    ),
    status(
      `Beaucoup de messages après l'incident de {day} sur le parc de {site}. Personne n'est blessé, et c'est dû aux deux personnes qui ont arrêté le chariot. Nous fermons l'allée aux piétons le temps de refaire le marquage. Merci de respecter le détour même s'il coûte cinq minutes.`,
      `Le marquage est commandé, l'entreprise passe la semaine prochaine.`,
      `Merci d'avoir communiqué vite, les équipes étaient inquiètes.`,
    ),
    status(
      `Je lis toutes les questions de ce réseau le {day} soir, et je réponds à celles qui m'arrivent. Si votre sujet attend depuis plus de deux semaines, mentionnez-moi. Je ne promets pas de dire oui, je promets une réponse.`,
      `Il y en a une sur les casiers de {site} qui attend depuis longtemps…`,
      `Pris au mot, merci.`,
    ),
    status(
      `Les résultats du trimestre sortent {day} à {time}, en direct depuis {room} et en ligne. En deux mots : des ventes domestiques en retrait de {n:3-7} %, un collectif qui progresse, et une trésorerie qui tient. Je prendrai les questions sans filtre pendant une demi-heure.`,
      `Est-ce que l'enregistrement sera disponible pour l'équipe de nuit ?`,
      `Une question sur les embauches en production : je la poserai en direct.`,
    ),
  ],
  en: [
    status(
      `I spent {day} morning on the phones in {site}. {n:9-19} calls, of which {m:3-6} would not have happened with one more sentence in the manual. I wrote the sentences down. I have asked for the manual to be corrected by the end of the month, and I will say here whether it was.`,
      `Being corrected now, translations on {day}. Thank you for staying for the whole shift.`,
      `The team still talks about it. An hour from other directors would be just as welcome.`,
    ),
    status(
      `Several of you asked whether the second shift in {factory} has been dropped. It is postponed by {n:2-5} months, because orders for the collective range arrive later than planned. Nobody's hours change before then without a conversation with their manager.`,
      `Thank you for writing it down. Rumour was ahead of you.`,
      `Does that affect agency contracts already signed?`,
    ),
    status(
      `I was wrong about something and would rather say so: I argued that one line would be enough for the {collective}. The team in {factory} had shown the opposite, with figures. We are building the second one.\n\nThank you to those who insisted.`,
      `Thank you. It took three presentations, but here we are.`,
      `That is good to read.`,
    ),
    status(
      `Visited {installer} in {town} yesterday. The owner showed me a film of a commissioning: {n:35-55} minutes, {m:10-20} of them spent looking for a terminal block. We can do better. I have asked design and customer service to come back with one proposal, not two.`,
      `Two of us are going back on {day} with the design office, camera in hand.`,
      `Terminal labelling is due in the next revision, we can bring it forward.`,
    ),
    status(
      `A figure I care about: {n:18-42} people changed trades inside the company over twelve months. I met six of them on {day}. What helped, each time, was a colleague who took the time to explain their job. If somebody asks to shadow you for half a day, say yes; I will cover for it.`,
      `I hosted someone from logistics for two days and I learnt more than they did.`,
      `How does one ask for it? Is there a form?`,
    ),
    status(
      `To the question raised at the {site} site meeting about weekend allowances: the rule will be the same everywhere from next quarter. The text is short and HR will publish it here. If a case looks forgotten, write it in the comments rather than in the corridor.`,
      `On-call duty in customer service was missing from the first draft.`,
      `Thanks. Does it cover stocktaking as well?`,
    ),
    status(
      `[Three things I take from this week.|What I keep from the last five days.] Service level is back above {n:92-96}%. We lost the {landlord} tender, on lead time and not on price. And the test team delivered {m:2-4} days early, which does not happen every year.`,
      `We are reviewing the tender on {day}, the door is open.`,
      `Well done to the test team, and thanks for being straight about the tender.`,
    ),
    status(
      `I asked that meetings of more than six people have a written agenda or be cancelled. Mine on {day} had none: cancelled. [Coffee at {time} instead|You get an hour back], and I will do better next time.`,
      `May I do the same with mine?`,
      `Thanks for the hour, it was put to use.`,
    ),
    status(
      `Every {day} evening I read the questions on this network and answer those that come my way. If yours has waited for more than two weeks, mention me. I do not promise to say yes, I promise an answer.`,
      `There is one about the lockers in {site} that has been there a while…`,
      `We will hold you to that.`,
    ),
    status(
      `Quarterly results on {day} at {time}, live from the {room} room and online. In short: domestic sales down {n:3-7}%, the collective range growing, cash holding. I will take unfiltered questions for half an hour.`,
      `Will there be a recording for the night shift?`,
      `I have a question about hiring in production and will ask it live.`,
    ),
    status(
      `I sat in on the weekly defect review in {factory} on {day}. No slides, a board, {n:4-9} parts on a table, and everybody had touched them before talking. I would like more of our meetings to look like that, mine included.`,
      `You are welcome back. Bring the design team next time.`,
      `The table was the best purchase of the year.`,
    ),
  ],
};
