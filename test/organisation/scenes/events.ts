import type { Scene } from './scene.ts';

export const events: readonly Scene[] = [
  {
    id: 'line-visit', by: 'nathalie.brevent', language: 'fr', daysBefore: 5, hour: 9, tags: ['atelier', 'production'],
    title: "Visite de la ligne 3 : venez voir ce que vous dessinez, vendez ou dépannez",
    body: `Quatre-vingt-dix minutes, du brasage à l'essai d'étanchéité, avec les équipes au poste. Réservé à celles et ceux qui ne travaillent pas en atelier : c'est pour vous que je l'ouvre.

Chaussures fermées, on vous prête le reste.`,
    event: { inDays: 6, hour: 14, minutes: 90, timeZone: 'Europe/Paris', place: "Lyon, accueil de l'atelier", seats: 12, attending: 15, maybe: 6, declined: 3, faces: ['minh-anh.nguyen', 'fatou.diallo'] },
    comments: [
      { as: 'again', by: 6, text: "Complet en une matinée ! Une deuxième date est-elle prévue ?", reactions: 9 },
      { by: 'nathalie.brevent', replyTo: 'again', text: "Oui, le mois suivant. Restez en liste d'attente : si une place se libère, elle vous revient toute seule." },
    ],
    reactions: { count: 22, kinds: ['congratulations', 'thanks'] },
  },
  {
    id: 'newcomers', by: 'karim.benjelloun', language: 'fr', daysBefore: 6, hour: 11, tags: ['nouveaux', 'accueil'],
    title: "Café d'accueil des nouvelles et nouveaux",
    body: "Pour celles et ceux qui sont arrivés ce trimestre, sur place ou à distance. Pas de présentation : du café, six parrains et marraines, et toutes les questions que l'on n'ose pas poser par écrit.",
    event: { inDays: 2, hour: 9, minutes: 45, timeZone: 'Europe/Paris', place: 'Lyon, salle Pilat', link: 'https://visio.helianor.example/accueil', attending: 11, maybe: 4, declined: 2, faces: ['karim.benjelloun'] },
    comments: [{ by: 2, text: "J'y serai pour parler du parrainage, et des raccourcis pour trouver la cantine." }],
    reactions: { count: 13, kinds: ['support', 'thanks'] },
  },
  {
    id: 'open-hour', by: 'animator', in: 'Ask IT', language: 'en', daysBefore: 2, hour: 16, tags: ['onsite', 'it'],
    title: 'Open hour: bring your security key and your questions',
    body: 'Two of us, one hour, no ticket. Keys, shared mailboxes, the printer on the second floor: anything goes.',
    event: { inDays: 9, hour: 12, minutes: 60, timeZone: 'Europe/London', link: 'https://visio.helianor.example/open-hour', attending: 9, maybe: 7, declined: 1, faces: ['thomas.vandenberghe', 'oliver.hughes'] },
    reactions: { count: 5, kinds: ['thanks'] },
  },
  {
    id: 'meter-reading', by: 'elodie.marchand', in: 'Énergie & carbone', language: 'fr', daysBefore: 4, hour: 13, tags: ['énergie', 'sobriété'],
    title: "Lire la courbe d'électricité de son atelier, en quarante minutes",
    body: "On part de la courbe de Lyon, on cherche ce qui tourne la nuit pour rien. Venez avec celle de votre site si vous l'avez. Le support sera rangé dans le wiki.",
    event: { inDays: 12, hour: 13, minutes: 40, timeZone: 'Europe/Paris', link: 'https://visio.helianor.example/energie', seats: 30, attending: 18, maybe: 5, declined: 4, faces: ['elodie.marchand'] },
    comments: [{ as: 'compressors', by: 2, text: "À Nantes, la surprise venait des compresseurs d'air : ils se relançaient seuls à 3 h du matin.", reactions: 4 }],
    reactions: { count: 10, kinds: ['insightful', 'thanks'] },
  },
  {
    id: 'relay', by: 'animator', in: 'Course à pied et trail', language: 'fr', daysBefore: 8, hour: 12, tags: ['course'],
    title: "Relais inter-sites : six personnes, quarante-deux kilomètres",
    body: "Une équipe par site, tous les niveaux, départ groupé au parc. Les relais vont de quatre à dix kilomètres : chacun prend celui qui lui va. La navette part de Lyon à 7 h.",
    event: { inDays: 25, timeZone: 'Europe/Paris', place: 'Lyon, parc de Gerland', attending: 21, maybe: 9, declined: 5, faces: ['karim.benjelloun', 'elodie.marchand'] },
    comments: [{ by: 3, text: "Il nous manque deux personnes à Nantes, débutants bienvenus : le relais de quatre kilomètres est tout plat." }],
    reactions: { count: 15, kinds: ['congratulations', 'support'] },
  },
  {
    id: 'open-lab', by: 'minh-anh.nguyen', in: 'Acoustique', language: 'fr', daysBefore: 37, hour: 10, tags: ['acoustique', 'essais'],
    title: "Portes ouvertes à la chambre sourde de Grenoble",
    body: "Une heure dans le silence, puis dans le bruit de nos propres machines. On compare trois grilles de ventilateur à l'aveugle.",
    event: { inDays: -16, hour: 15, minutes: 60, timeZone: 'Europe/Paris', place: "Grenoble, laboratoire d'essais", seats: 20, attending: 17, maybe: 2, declined: 4, faces: ['minh-anh.nguyen', 'marie-eleonore.de-lhermitage-kerguelen-guezennec'] },
    comments: [
      { as: 'notes', by: 1, daysBefore: 15, text: "Compte rendu : 14 personnes sur 17 ont classé la grille B en tête, y compris celles qui l'avaient dessinée et ne l'ont pas reconnue.", reactions: 11 },
      { by: 'minh-anh.nguyen', daysBefore: 14, quotes: 'notes', text: "Les enregistrements sont rangés, avec les casques qu'il faut pour les écouter correctement.", reactions: 4 },
    ],
    reactions: { count: 16, kinds: ['congratulations', 'insightful'] },
  },
  {
    id: 'installers-breakfast', by: 'oliver.hughes', in: 'Installateurs : questions du terrain', language: 'en', daysBefore: 44, hour: 11, tags: ['installers', 'field'],
    title: 'Breakfast with ten installers in Manchester',
    body: 'They choose the subject, we listen and take notes. Join from anywhere, camera optional, bacon rolls on site only.',
    event: { inDays: -24, hour: 9, minutes: 75, timeZone: 'Europe/London', place: 'Manchester, training room', link: 'https://visio.helianor.example/breakfast', attending: 14, maybe: 3, declined: 6, faces: ['oliver.hughes'] },
    comments: [{ by: 2, daysBefore: 23, text: 'The remark about the packaging alone was worth the early start: nobody can open it with one hand, and the other one holds the ladder.', reactions: 9 }],
    reactions: { count: 12, kinds: ['insightful', 'thanks'] },
  },
];
