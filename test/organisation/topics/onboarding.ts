import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const onboarding: Topic = {
  key: 'onboarding', departments: ['hr'], companyWide: 2, questionsFrom: 'others', isProgress: false,
  reactions: ['support', 'thanks', 'agree', 'congratulations'],
  tags: { fr: ['accueil', 'parrainage', 'nouveaux'], en: ['onboarding', 'buddies', 'newcomers'] },
  fr: [
    status(
      `{n:6-17} personnes nous rejoignent ce mois-ci, dont {m:3-5} à {mysite}. [Chacune a un parrain ou une marraine, un poste prêt et un déjeuner prévu le premier jour.|Pour chacune : un poste prêt, un nom à appeler, un déjeuner le premier jour.] Il manque encore {k:2-3} volontaires pour la logistique, une heure par semaine pendant deux mois.`,
      `Volontaire pour la logistique. On commence quand ?`,
      `Peut-on éviter de faire arriver tout le monde un jour d'inventaire ? Vécu, c'est rude.`,
    ),
    status(
      `[J'ai demandé à celles et ceux arrivés il y a trois mois ce qui leur avait manqué.|Retour des arrivants, à trois mois.] Réponse la plus fréquente : un plan des locaux et la liste des sigles. Le plan est fait. Pour les sigles, nous en sommes à {n:86-210}, ajoutez les vôtres dans le document partagé.`,
      `Deux cents sigles, c'est peut-être le signe qu'il faut en supprimer.`,
      `Ajouté les {m:9-14} de la qualité. Pardon d'avance.`,
    ),
    status(
      `La visite des usines pour les nouveaux des bureaux repart : {factory} {day}, départ à {time}. [{n:2-6} places restent.|Il reste {n:2-6} places.] Chaussures fournies, appareils photo non. Les anciens qui n'ont jamais vu une ligne sont les bienvenus, vous n'êtes pas les seuls.`,
      `Onze ans de maison et jamais vu un banc final. Je m'inscris.`,
      `Possible pour un groupe de {mysite}, avec le train de 7 h ?`,
    ),
    question(
      `Que montrez-vous le premier jour, et que laissez-vous pour plus tard ?`,
      `J'accueille un collègue {day}. Le programme officiel contient {n:9-14} points. [Je crains l'indigestion.|C'est trop pour une journée.]`,
      `Premier jour : les gens, la machine à café, comment se connecter. Le reste quand la question se pose, avec une liste à cocher sur trois semaines.`,
      `Un vrai petit travail dès le premier après-midi, terminé le soir même. On m'a fait corriger une étiquette, je m'en souviens encore.`,
      `Prévois surtout le deuxième jour : tout le monde s'occupe de vous le premier, et plus personne ensuite.`,
    ),
    question(
      `Le parrain doit-il être de la même équipe ?`,
      `On me propose de parrainer quelqu'un d'un autre service à {mysite}. [Je ne connais pas son métier.|Son métier m'est étranger.] Est-ce une bonne idée ?`,
      `C'est mieux, à mon avis : les questions qu'on n'ose pas poser à son équipe, on te les posera. Le métier, l'équipe s'en charge.`,
      `Même site oui, même équipe non. C'est la seule règle que nous ayons gardée après {n:3-5} ans.`,
    ),
    question(
      `Badge et comptes prêts à l'arrivée : à qui s'adresser, et quand ?`,
      `Une alternante arrive dans {n:9-20} jours. [La dernière fois, le compte est venu au bout d'une semaine.|La fois précédente, nous avons partagé un ordinateur pendant dix jours.]`,
      `La demande part du dossier d'embauche, {m:8-10} jours avant. Si le contrat est signé, tout suit automatiquement, vérifie seulement la date d'effet.`,
      `Pour le badge, l'accueil du site, avec une photo. Le compte est créé par l'annuaire, rien à faire de ton côté.`,
    ),
  ],
  en: [
    status(
      `{n:6-17} people join us this month, {m:3-5} of them in {mysite}. [Each has a buddy, a desk that is ready and lunch on the first day.|For each of them: a working desk, a name to call, lunch on day one.] We still need {k:2-3} volunteers in logistics, an hour a week for two months.`,
      `Count me in for logistics. When do we start?`,
      `Could people not start on a stocktaking day? I did, it is rough.`,
    ),
    status(
      `[I asked those who joined three months ago what they had missed.|Feedback from newcomers after three months.] Most frequent answer: a map of the building and a list of acronyms. The map is done. We are at {n:86-210} acronyms; add yours to the shared document.`,
      `With that many acronyms, perhaps some should go.`,
      `Added the {m:9-14} from quality. Sorry in advance.`,
    ),
    status(
      `Factory visits for office newcomers are back: {factory} on {day}, leaving at {time}. [{n:2-6} places left.|There are {n:2-6} places.] Shoes provided, cameras not. Old hands who never saw a line are welcome, you are not alone.`,
      `Eleven years here and I have never seen a test bench. Signing up.`,
      `Could a group from {mysite} join, with the early train?`,
    ),
    question(
      `What do you show on the first day, and what do you leave for later?`,
      `I welcome somebody on {day}. The official programme has {n:9-14} items. [I fear overload.|Too much for a day.]`,
      `First day: people, coffee, how to log in. The rest when the question arises, with a checklist over three weeks.`,
      `A small piece of real work on the first afternoon, finished by the evening. I corrected a label and remember it to this day.`,
      `Plan the second day: everybody looks after you on the first, and nobody on the next.`,
    ),
    question(
      `Should the buddy be from the same team?`,
      `I have been asked to look after somebody from another department in {mysite}. [I know nothing of their job.|Their trade is foreign to me.] Good idea?`,
      `Better, I think: you will get the questions they dare not ask their team. The team takes care of the trade.`,
      `Same site yes, same team no. The only rule we kept after {n:3-5} years.`,
    ),
    question(
      `Badge and accounts ready on arrival: whom to ask, and when?`,
      `An apprentice starts in {n:9-20} days. [Last time the account came a week late.|The previous one shared a laptop for ten days.]`,
      `It starts from the hiring file, {m:8-10} days ahead. Once the contract is signed all follows; just check the effective date.`,
      `For the badge, site reception, with a photo. The directory creates the account, nothing for you to do.`,
    ),
  ],
};
