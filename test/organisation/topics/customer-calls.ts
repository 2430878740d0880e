import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const customerCalls: Topic = {
  key: 'customer-calls', departments: ['service'], companyWide: 2, questionsFrom: 'trade', isProgress: false,
  reactions: ['thanks', 'support', 'insightful'],
  tags: { fr: ['serviceclient', 'appels', 'satisfaction'], en: ['customerservice', 'calls', 'satisfaction'] },
  fr: [
    status(
      `{n:1140-2380/10} appels cette semaine, {m:71-86} % traités au premier contact. [Le motif qui monte : la facture d'électricité du premier mois.|Nouveau motif en tête : la première facture d'électricité.] On explique que la loi d'eau n'a pas été réglée à la mise en service, et dans un cas sur deux cela se corrige au téléphone.`,
      `Je prépare une page pour les clients, avec trois réglages sûrs. Relecteurs bienvenus.`,
      `Si la loi d'eau est le vrai sujet, il faut le dire aux installateurs avant la facture.`,
    ),
    status(
      `Un client de {town} a rappelé pour remercier. [Il avait froid depuis {n:3-9} jours, l'installateur ne répondait plus.|{n:3-9} jours sans chauffage, un installateur injoignable.] Vingt-cinq minutes au téléphone, une vanne fermée derrière le ballon. Ce genre d'appel ne compte dans aucun indicateur, alors je l'écris ici.`,
      `Merci. On oublie vite pourquoi on fait ce métier.`,
      `La vanne derrière le ballon, je l'ajoute à la liste des questions à poser d'emblée.`,
    ),
    status(
      `Nous essayons depuis {day} le rappel programmé : plus de {n:4-6} minutes d'attente, et la personne choisit son créneau. [Abandons divisés par {m:2-3}.|Les abandons ont été divisés par {m:2-3} en quinze jours.] Les conseillers y gagnent des appels plus calmes.`,
      `Et si le client ne décroche pas au rappel ? On retente combien de fois ?`,
      `À {mysite} nous l'attendons, dites-nous quand.`,
    ),
    question(
      `Comment terminer un appel qui tourne en rond ?`,
      `Client en colère depuis {n:30-50} minutes, [la solution est donnée, il la refuse|tout a été dit deux fois]. Je n'arrive pas à conclure sans avoir l'air de raccrocher.`,
      `Je récapitule en trois points, je dis ce qui part par écrit et quand, puis : « je vous laisse cinq minutes pour y réfléchir, je vous rappelle à telle heure ». Et je rappelle.`,
      `Passe la main à un collègue en le présentant. Une autre voix suffit souvent, même si la réponse ne change pas.`,
    ),
    question(
      `Que peut-on régler à distance sans l'accord écrit du client ?`,
      `Sur Vigie, je vois une courbe de chauffe absurde à {town}. [Je peux la corriger en deux clics.|La correction prend dix secondes.] En ai-je le droit ?`,
      `Lecture oui, écriture non, sauf accord donné pendant l'appel et noté dans la fiche. La date et l'heure suffisent.`,
      `Le contrat d'entretien connecté vaut accord permanent pour la loi d'eau et l'horloge. Pour le reste, on demande.`,
    ),
    question(
      `Quelle réponse au client qui veut parler « à un humain » après le formulaire ?`,
      `Le formulaire annonce 48 heures, [beaucoup appellent au bout de deux|la plupart appellent dans la foulée]. Nous traitons donc deux fois.`,
      `Retrouve la demande par le numéro de série et clos-la pendant l'appel. Deux contacts, un seul dossier.`,
      `On a changé le message d'accueil : « votre demande sera lue avant {time} ». Une heure précise rassure plus qu'un délai.`,
    ),
  ],
  en: [
    status(
      `{n:1140-2380/10} calls this week, {m:71-86}% solved at first contact. [On the rise: the first month's electricity bill.|New at the top: the first electricity bill.] We explain that the heating curve was never set at commissioning, and half of the time it can be put right over the phone.`,
      `I am drafting a page for customers with three safe settings. Proofreaders welcome.`,
      `If the heating curve is the real issue, tell installers before the bill comes.`,
    ),
    status(
      `A customer in {town} rang back to say thank you. [Cold for {n:3-9} days, installer unreachable.|{n:3-9} days without heating and an installer who no longer answered.] Twenty-five minutes on the phone, one closed valve behind the cylinder. No indicator counts that kind of call, so I write it here.`,
      `Thank you. One forgets why one does this job.`,
      `The valve behind the cylinder goes on my list of first questions.`,
    ),
    status(
      `Since {day} we have been trying call-backs: beyond {n:4-6} minutes of waiting, people choose a slot. [Abandoned calls are down by a factor of {m:2-3}.|Two weeks in, {m:2-3} times fewer abandoned calls.] Advisers get calmer conversations out of it.`,
      `And if they do not pick up? How many attempts?`,
      `We are waiting for it in {mysite}, tell us when.`,
    ),
    question(
      `How do you close a call that goes round in circles?`,
      `Angry customer, {n:30-50} minutes in, [the solution is given and refused|everything has been said twice]. I cannot end it without seeming to hang up.`,
      `I sum up in three points, say what goes out in writing and when, then: "I will leave you five minutes and call you back at such a time". And I do.`,
      `Hand over to a colleague and introduce them. Another voice is often enough, with the same answer.`,
    ),
    question(
      `What may we change remotely without written consent?`,
      `In Vigie I can see an absurd heating curve in {town}. [I could fix it in two clicks.|Fixing it takes ten seconds.] Am I allowed?`,
      `Reading yes, writing no, unless they agree on the call and you note it. Date and time are enough.`,
      `The connected service contract is standing consent for the curve and the clock. For anything else, ask.`,
    ),
    question(
      `What do we say to people who fill in the form and then call?`,
      `The form says 48 hours, [many ring after two|most ring straight away]. So we handle everything twice.`,
      `Find the request by serial number and close it during the call. Two contacts, one case.`,
      `We changed the message to "your request will be read before {time}". A precise hour reassures more than a delay.`,
    ),
  ],
};
