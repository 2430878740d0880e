import { question, status } from './topic.ts';
import type { Topic } from './topic.ts';

export const erp: Topic = {
  key: 'erp', departments: ['it', 'supply', 'finance', 'purchasing'], companyWide: 1, questionsFrom: 'others', isProgress: false,
  reactions: ['support', 'thanks', 'agree'],
  tags: { fr: ['erp', 'bascule', 'utilisateursclés'], en: ['erp', 'migration', 'keyusers'] },
  fr: [
    status(
      `Répétition générale n° {n:2-5} de la bascule : {m:31-44} heures au lieu des {k:28-30} prévues. [Le chargement des nomenclatures a pris toute la nuit.|Ce sont les nomenclatures qui traînent.] {l:14-39} anomalies, dont {c:2-5} bloquantes, toutes attribuées. Prochaine répétition dans trois semaines.`,
      `Les bloquantes touchent-elles la paie ? C'est la question du couloir.`,
      `L'équipe de nuit a tenu, merci à elle.`,
    ),
    status(
      `{mysite} travaille dans le nouvel ERP depuis {day}. [Ce qui va : les réceptions, plus rapides. Ce qui coince : les retours fournisseurs, à saisir deux fois.|Bien : les réceptions. Mal : les retours fournisseurs, en double saisie.] Contournement écrit, correction annoncée sous {n:2-4} semaines.`,
      `Le contournement est dans l'espace des utilisateurs clés, page {m:3-12}.`,
      `Courage, on y passe le mois prochain. Gardez vos notes.`,
    ),
    question(
      `Articles sans unité de stock : qui les corrige ?`,
      `Il m'en reste {n:180-640/10} dans la famille {m:12-48}, [la moitié n'a pas bougé depuis cinq ans|je n'en connais qu'un tiers].`,
      `Sans mouvement depuis trois ans : on ne migre pas, c'est décidé. Il t'en restera une poignée.`,
      `Envoie-moi le reste par {day}, les méthodes de {site} font les pièces communes en une matinée.`,
    ),
    question(
      `Comment retrouver une ancienne commande après la bascule ?`,
      `{supplier} me réclame le prix de {n:2-4} commandes d'il y a trois ans, [introuvables dans le nouvel outil|et l'ancien est fermé].`,
      `L'archive reste consultable dix ans : portail, « ancien ERP », lecture seule. Le numéro d'avant fonctionne.`,
      `Demande au contrôle de gestion, ils ont gardé l'extraction complète des prix.`,
    ),
    question(
      `Former les équipes postées sans arrêter la ligne ?`,
      `{n:30-70} personnes, deux équipes, [un seul ordinateur par îlot|pas de salle libre avant {time}].`,
      `Vingt minutes à la relève, un geste par jour, pendant deux semaines. Ça a marché à {site} avec des cartes plastifiées.`,
      `Un utilisateur clé par équipe, détaché les trois premiers jours. C'est là que les questions tombent, pas avant.`,
    ),
  ],
  en: [
    status(
      `Dress rehearsal no. {n:2-5} of the switch: {m:31-44} hours instead of {k:28-30}. [Loading bills of materials took all night.|Bills of materials are what drags.] {l:14-39} issues, {c:2-5} of them blocking, all assigned. Next rehearsal in three weeks.`,
      `Does any of the blocking ones touch payroll? That is what the corridor asks.`,
      `The night team held on, thank you.`,
    ),
    status(
      `{mysite} has been working in the new ERP since {day}. [Good: goods-in, faster. Bad: supplier returns, typed twice.|Goods-in is quicker; supplier returns have to be typed twice.] A workaround is written, the fix is due within {n:2-4} weeks.`,
      `The workaround is in the key users' space, page {m:3-12}.`,
      `Hang in there, our turn is next month. Keep your notes.`,
    ),
    question(
      `Items without a stock unit: who fixes them?`,
      `I have {n:180-640/10} left in family {m:12-48}, [half of which have not moved for five years|a third of which I recognise].`,
      `No movement for three years: not migrated, that is decided. You will be left with a handful.`,
      `Send me the rest by {day}, methods in {site} do common parts in a morning.`,
    ),
    question(
      `How do I find an old order after the switch?`,
      `{supplier} want the price of {n:2-4} orders from three years ago, [nowhere in the new tool|and the old one is closed].`,
      `The archive stays open for ten years: portal, "old ERP", read-only. The old number works.`,
      `Ask financial control, they kept the full price extract.`,
    ),
    question(
      `My approval list shows other people's orders, is that normal?`,
      `Since {day} I see {n:12-40} requests from {site} [that I know nothing about|well above my limit].`,
      `You are someone's stand-in: "Absences", "Delegations received". Refuse it there and they vanish.`,
      `If you find no delegation, raise a ticket with a screenshot, it would be a rights issue and we want to know.`,
    ),
  ],
};
