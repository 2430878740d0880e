import type { Scene } from './scene.ts';

export const announcements: readonly Scene[] = [
  {
    id: 'keys', by: 'thomas.vandenberghe', language: 'fr', daysBefore: 3, hour: 9, tags: ['informatique', 'sécurité'],
    title: "La clé de sécurité remplace le code reçu par SMS",
    body: `À la fin du mois, les codes par SMS s'arrêtent : on se connecte avec la clé de sécurité, ou avec l'application du téléphone professionnel.

Les clés se retirent à l'accueil de chaque site, badge en main. Comptez deux minutes. Si vous travaillez en équipe de nuit, votre chef d'équipe les a déjà.

Cliquez sur « J'ai lu » pour que nous sachions combien de postes restent à équiper : c'est un total, personne ne verra votre nom.`,
    announcement: { asksAcknowledgement: true, readers: 214, acknowledged: 141 }, pinnedDays: 18,
    comments: [
      { as: 'gloves', by: 3, text: "Et avec des gants, à l'atelier ? Le capteur de la clé ne réagit pas au nitrile.", reactions: 7 },
      { by: 'thomas.vandenberghe', replyTo: 'gloves', text: "Vu avec la maintenance hier : les postes d'atelier reçoivent un lecteur de badge à la place. Rien à toucher.", reactions: 12 },
    ],
    reactions: { count: 31, kinds: ['thanks', 'agree'] },
  },
  {
    id: 'interviews', by: 'karim.benjelloun', language: 'fr', daysBefore: 9, hour: 10, tags: ['entretiens'],
    title: "Entretiens annuels : une page, une heure, dans les deux sens",
    body: `La campagne d'entretiens est ouverte. Le formulaire tient désormais sur une page, et la moitié des questions s'adressent au responsable : ce que vous attendez de lui, ce qui vous freine, ce que vous voulez apprendre.

Prenez une heure, ailleurs qu'à votre poste. La date se choisit à deux.`,
    announcement: { readers: 187 }, pinnedDays: 30,
    comments: [{ by: 7, text: "Une page au lieu de six, merci. Celle de l'an dernier, personne ne la relisait.", reactions: 9 }],
    reactions: { count: 44, kinds: ['thanks', 'agree', 'support'] },
  },
  {
    id: 'quarter', by: 'chief', language: 'en', daysBefore: 34, hour: 8, tags: ['results'],
    title: 'What the quarter says, and what it does not',
    body: `Orders are up nine per cent, returns are down, and Porto ran its first full month without a line stop. Those are your results.

What the figures do not say: two sites are short of people, and the spare parts delay is still above what we promise. Both are on my desk before anything new.`,
    announcement: { readers: 263 }, pinnedDays: 14,
    comments: [{ as: 'parts', by: 'oliver.hughes', text: 'Thank you for naming the spare parts. Installers read these lines too.', reactions: 18 }],
    reactions: { count: 62, kinds: ['agree', 'support', 'thanks'] },
  },
  {
    id: 'shoes', by: 'animator', in: 'Sécurité au poste', language: 'fr', daysBefore: 5, hour: 11, tags: ['epi'],
    title: "Chaussures de sécurité : l'ancien modèle ne doit plus être porté",
    body: `La semelle du modèle livré il y a six mois se décolle à la chaleur. Trois cas, aucun blessé, mais on n'attend pas le quatrième.

Rapportez vos chaussures au magasin : l'échange est immédiat, sans bon à signer. Le nouveau modèle monte d'une demi-pointure.`,
    announcement: { asksAcknowledgement: true, readers: 58, acknowledged: 43 }, pinnedDays: 21,
    comments: [{ by: 2, text: "Échangées ce matin à Nantes, cinq minutes en tout. Prenez bien la demi-pointure au-dessus." }],
    reactions: { count: 17, kinds: ['thanks', 'support'] },
  },
];
