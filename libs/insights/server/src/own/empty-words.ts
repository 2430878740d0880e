/**
 * Words that say nothing of a subject and that the stemmers of search (Snowball's lists, in PostgreSQL) take for full: adverbs, conjunctions, greetings, forms of
 * the most frequent verbs, and what is left of a word that an apostrophe parts (« aujourd’hui », « don’t »). Lower case.
 */
const french = `
  afin ai aie ainsi ailleurs aller alors après assez aucun aucune aujourd auquel aurait aussi aussitôt autant autour autre autres avait avant avez avoir avons ayant
  beaucoup bien bientôt bonjour bonne bonsoir bon car ça cas ceci cela celle celles celui cent cependant certain certaine certaines certains cet cette ceux chacun chacune chaque
  cher chers chez chose choses ci cinq combien comme comment contre cordialement côté cours coup déjà demain depuis derrière dès desquels deux devant devez devoir devons devra devrait dire dit
  dix doit doivent donc donne donner dont durant elles encore enfin ensuite entre environ essentiellement est et etc être eux évidemment faire fais faisait faisant fait faite faites
  faits faut fera ferait fois font hier hors hui huit ici ils instant jamais jour jours juste jusqu jusque là laquelle lequel lesquelles lesquels leurs loin lors lorsqu lorsque lot
  lundi maintenant malgré mardi mercredi jeudi vendredi samedi dimanche matin merci mettre mieux mis mise moins mon mois moment neuf ni nom nombreuses nombreux non nôtre nouveau nouveaux
  nouvel nouvelle nouvelles nul nulle où ouais oui outre par parce parfois parmi part partie partout pas passé pendant petit petite petits peu peut peuvent peux plupart plus plusieurs plutôt possible
  pourquoi pourra pourrait pourrons pouvez pouvoir pouvons prendre près presque pris puis puisqu puisque quand quant quatre quel quelle quelles quelqu quelque quelques quels qui
  quoi quoique rien salut sans sauf savez savoir sait sais selon semaine semaines semble sera serait seront seul seule seulement si sinon sept six soi soir soit sommes son sont sous souvent
  suite suivant sur sûr surtout tant tard tel telle telles tels tellement tôt toujours tous tout toute toutefois toutes très trois trop trouve trouver un va vais vas vers veut veux via vient
  viennent voici voilà voir voit vôtre vouloir voulez voulons vont voudrais vrai vraiment vu
  les des del dernier dernière derniers dernières premier première premiers premières reste restent rester passe passer compte fin mode façon cinquante vingt trente onze douze quinze
  a tres apres deja etre etes ca meme memes ete tot plutot voila evidemment cote ou la`;

const english = `
  able about across actually ago ain all almost along already also although always among another any anyone anything anyway are aren around ask away back became because become been
  best better big both bring but call came can cannot come could couldn day days did didn different do does doesn doing don done down each either else enough etc even ever every everybody
  everyone everything far few find first five for four from gave get gets getting give given go goes going gone good got great had hasn have haven having hello help her here hers hi his how however
  instead into isn it its itself just keep kind know last later least less let lets like little ll long look looking lot lots made make makes making many may maybe me might mine more most much
  must my need needs neither never new next no nobody non none nor not nothing now of off often oh ok okay old on once one ones only onto or other others ought our ours out over own part
  people perhaps please put quite rather re really regards right said same saw say says see seem seems seen several shall should shouldn show since six so some somebody someone something
  sometimes soon still such sure take takes taken ten than thank thanks that their theirs them then there therefore these they thing things think this those though three through thus time
  times to today together tomorrow too took toward tried tries try trying two under unless until up upon us use used uses using ve very want wants was wasn way we week weeks well went were weren
  what whatever when where whether which while who whole whom whose why will with within without won would wouldn year years yes yesterday yet you your yours`;

export const emptyWords: ReadonlySet<string> = new Set(`${french} ${english}`.trim().split(/\s+/));
