import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const communications: Topic = {
  key: 'communications', departments: ['marketing'], companyWide: 2, questionsFrom: 'others', isProgress: false,
  reactions: ['congratulations', 'thanks', 'agree'],
  tags: { fr: ['communication', 'étudedecas', 'site'], en: ['communications', 'casestudy', 'website'] },
  fr: [
    status(
      `L'étude de cas de {landlord} est en ligne : {n:60-180/10} logements, deux hivers de mesures, et [la page où le locataire dit ce qui ne va pas|un locataire qui râle un peu, on l'a gardé]. Version courte à donner en rendez-vous, version longue pour les bureaux d'études.`,
      `Un témoignage avec des réserves, c'est ce qui rend le reste crédible.`,
      `Pourriez-vous en faire une version anglaise ? [{site} la réclame.|Nos acheteurs lisent l'anglais.]`,
    ),
    status(
      `La photothèque a {n:1200-3400/100} images de plus, prises dans nos ateliers, avec l'accord signé de chacun. [Plus besoin de mannequins en casque neuf.|Finis les modèles aux mains propres.] Si vous ne voulez plus y figurer, un mot suffit, retrait sous {m:2-3} jours.`,
      `Mes gants troués ont fait le tour du service. Bon, c'est du vrai.`,
      `Les légendes indiquent-elles le site ? Pour {mysite} je peux compléter.`,
    ),
    status(
      `La page d'accueil publique perd {n:5-11} blocs sur {m:14-17}. [Personne n'allait plus bas que le troisième.|Les mesures étaient nettes : on ne descendait pas.] Le numéro du service client remonte en tête, c'était la demande la plus ancienne de cette communauté.`,
      `Le numéro en haut. Il aura fallu trois ans, mais merci.`,
      `Les installateurs avaient-ils été interrogés ?`,
    ),
    question(
      `Puis-je citer un client dans une publication professionnelle ?`,
      `{installer} est d'accord [de vive voix|mais n'a rien signé]. C'est pour mon propre compte, pas celui de l'entreprise.`,
      `Fais signer le formulaire court, deux cases. De vive voix ne suffit plus depuis un litige.`,
      `Sans chiffre ni photo de chantier, l'accord oral peut aller. Dès qu'il y a une façade, il faut aussi le propriétaire.`,
    ),
    question(
      `Quel mot français pour « smart grid ready » ?`,
      `Sur la plaquette de la {product}, [l'expression anglaise fait fuir|les relecteurs butent dessus].`,
      `« Pilotable par le réseau ». Deux ans d'usage, jamais de confusion.`,
      `Garde l'anglais entre parenthèses une fois, c'est le nom du label.`,
    ),
  ],
  en: [
    status(
      `The {landlord} case study is online: {n:60-180/10} homes, two winters of data, and [a page where a tenant says what is wrong|one tenant who grumbles, whom we kept]. Short version for meetings, long one for consultants.`,
      `A reference with reservations makes the rest believable.`,
      `Could there be a French version? [{site} ask for it.|Our buyers read French.]`,
    ),
    status(
      `{n:1200-3400/100} more pictures in the library, taken in our workshops, each with signed consent. [No more models in brand-new helmets.|No more clean-handed models.] To be taken out of one, a word is enough, done within {m:2-3} days.`,
      `My torn gloves have been round the department. Well, it is real.`,
      `Do captions give the site? I can fill in for {mysite}.`,
    ),
    status(
      `The public home page loses {n:5-11} blocks out of {m:14-17}. [Nobody scrolled beyond the third.|The figures were clear: nobody scrolled.] The customer service number moves to the top, the oldest request in this network.`,
      `The number at the top. Three years, but thank you.`,
      `Were installers asked?`,
    ),
    question(
      `May I name a customer in a professional post?`,
      `{installer} agree [by word of mouth|but signed nothing]. It would be under my own name.`,
      `Have them sign the short form, two boxes. A spoken yes has not been enough since a dispute.`,
      `Without figures or site photos, a spoken yes may do. With a facade you need the owner as well.`,
    ),
  ],
};
