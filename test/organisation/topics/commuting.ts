import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const commuting: Topic = {
  key: 'commuting', departments: [], companyWide: 1, questionsFrom: 'trade', isProgress: false,
  reactions: ['agree', 'thanks', 'support'],
  tags: { fr: ['vélo', 'trajets', 'covoiturage'], en: ['cycling', 'commuting', 'carsharing'] },
  fr: [
    status(
      `L'abri vélo de {mysite} passe à {n:40-90/5} places, dont {m:6-14} pour les vélos longs. [Prises de recharge sous clé, au fond à gauche.|Douze prises, à ouvrir avec le badge.] La pompe a été volée deux fois : la troisième est vissée.`,
      `Merci ! Et le local à vêtements mouillés, on peut rêver ?`,
      `Les arceaux du haut sont durs à atteindre pour les petits gabarits.`,
    ),
    status(
      `[Nouvel itinéraire testé|J'ai essayé un nouvel itinéraire] vers {mysite} par le canal : {n:9-17} km, {m:2-4} feux, {k:32-58} minutes sans forcer. Un passage boueux de deux cents mètres, contournable par la rue du cimetière. [Je guide volontiers {day} matin.|Départ groupé possible {day}.]`,
      `J'en suis pour {day}. Rendez-vous au pont à 7 h 15 ?`,
      `Le passage boueux est refait, la mairie a mis du stabilisé.`,
    ),
    status(
      `Covoiturage équipe du matin, {mysite} : nous sommes {n:3-4} au départ de {town}, il reste une place dans la deuxième voiture. [Prise de poste à 5 h, personne n'est bavard.|Départ 4 h 20, silence respecté.]`,
      `Je connais quelqu'un que ça intéresse, je lui montre.`,
      `Et les jours où l'horaire change ? C'est ce qui nous avait arrêtés.`,
    ),
    question(
      `Quel antivol pour un vélo à assistance laissé toute la journée ?`,
      `Abri ouvert à {mysite}, [le mien est neuf|l'assurance demande un modèle homologué].`,
      `U de 16 mm sur le cadre et câble sur la roue. L'association locale prête de quoi essayer avant d'acheter.`,
      `Demande une place dans le local fermé, il en reste {n:4-12} et le badge suffit.`,
    ),
    question(
      `Indemnité vélo : faut-il déclarer tous les jours ?`,
      `Je viens {n:2-4} fois par semaine, [parfois en train une partie du trajet|selon la météo].`,
      `Une déclaration mensuelle, sur l'honneur, dans l'outil de paie. Les jours mixtes comptent pour la partie vélo.`,
      `Plafond commun avec l'abonnement de train. Le simulateur des ressources humaines fait le calcul.`,
    ),
    question(
      `Rouler de nuit en hiver : vos équipements ?`,
      `Sortie d'équipe à 21 h à {mysite}, [cinq kilomètres sans éclairage|une départementale peu agréable].`,
      `Gilet, éclairage de 80 lux, et surtout un second feu arrière. Les gants chauffants ne tiennent pas la distance.`,
      `La piste par l'ancienne voie ferrée, plus longue de {n:2-4} km, sans une voiture. Je ne prends plus qu'elle.`,
    ),
  ],
  en: [
    status(
      `The bike shelter in {mysite} goes up to {n:40-90/5} places, {m:6-14} of them for long bikes. [Charging points under lock, far left.|Twelve sockets, opened with the badge.] The pump was stolen twice: the third is bolted down.`,
      `Thank you! And somewhere to dry wet clothes, dare we dream?`,
      `The top racks are hard to reach for shorter people.`,
    ),
    status(
      `[Tried a new route|A new route] to {mysite} along the canal: {n:9-17} km, {m:2-4} lights, {k:32-58} minutes at an easy pace. Two hundred metres of mud, avoidable by the cemetery road. [Happy to lead on {day} morning.|Group ride possible on {day}.]`,
      `In for {day}. At the bridge at 7.15?`,
      `The muddy bit has been resurfaced by the council.`,
    ),
    status(
      `Car share, early shift, {mysite}: {n:3-4} of us leave from {town}, one seat left in the second car. [Shift starts at six, nobody talks.|Silence respected until the first tea.]`,
      `I know somebody who may be interested.`,
      `What about days when the rota changes? That is what stopped us.`,
    ),
    question(
      `Which lock for an e-bike left all day?`,
      `Open shelter in {mysite}, [mine is new|insurance wants a rated one].`,
      `A 16 mm D-lock on the frame and a cable on the wheel. The local club lends some to try.`,
      `Ask for the locked room, there are {n:4-12} places and your badge opens it.`,
    ),
    question(
      `Cycle to work scheme: is it too late for this year?`,
      `I missed the spring window [because I was new|and the page says "closed"].`,
      `It reopens for a fortnight, HR announced it on {day}. Ask for the form now.`,
      `If your bike is already bought it will not count. Wait before paying.`,
    ),
  ],
};
