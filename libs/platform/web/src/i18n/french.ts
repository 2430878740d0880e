// « de IT » keeps its e: capitals alone are spelt out. So does « de Yannick ».
const beforeVowel = /(?<!\p{L})([Dd]|[Qq]u)e (?=[AÀÂÄEÉÈÊËIÎÏOÔÖUÛÜŒ]\p{Ll})/gu;

/** « Publication de Élodie » reads « Publication d’Élodie »: which name comes is known only once the sentence is made. */
export const elided = (sentence: string): string => sentence.replace(beforeVowel, '$1’');
