import type { Language } from './records.ts';

const list = (text: string): readonly string[] => text.trim().split(/\s*;\s*/);
const inBoth = (text: string): Record<Language, readonly string[]> => ({ fr: list(text), en: list(text) });

/**
 * Words that fill the slots of the phrase stock; both languages in the same order.
 * French entries begin with a consonant where an article comes before: "la {product}", "le {part}".
 */
export const lexicon: Record<string, Record<Language, readonly string[]>> = {
  product: inBoth('Brise 6; Brise 9; Rivage 8; Cimes 12; Cimes 16; Mistral 20; Tramontane 24; Tramontane 40'),
  domestic: inBoth('Brise 6; Brise 9; Rivage 8; Cimes 12'),
  collective: inBoth('Mistral 20; Tramontane 24; Tramontane 40; Tramontane 60'),
  line: { fr: list('ligne 1; ligne 2; ligne 3; ligne 4; ligne 5'), en: list('line 1; line 2; line 3; line 4; line 5') },
  part: {
    fr: list('compresseur; circulateur; détendeur; pressostat; ventilateur; bornier; variateur; capteur de débit; faisceau de sondes; module radio'),
    en: list('compressor; circulation pump; expansion valve; pressure switch; fan; terminal block; inverter; flow sensor; probe harness; radio module'),
  },
  supplier: inBoth('Valmec; Tubalp; Nordfrost; Kestrel Motors; Brandl & Söhne; Métaux du Forez; Cobrenorte; Silmont; Bergdal; Costrea Plastiques; Carrow Fasteners; Tronica Sud'),
  carrier: inBoth('Translanguedoc; Northway; Rhodania; Corail Fret; Vermeer & Fils; Pennine Haulage'),
  day: { fr: list('lundi; mardi; mercredi; jeudi; vendredi'), en: list('Monday; Tuesday; Wednesday; Thursday; Friday') },
  time: {
    fr: list('8 h 30; 9 h; 10 h; 10 h 30; 11 h; 13 h 30; 14 h; 15 h 30; 16 h').map((time) => time.replaceAll(' ', '\u00a0')),
    en: list('8.30 am; 9 am; 10 am; 10.30 am; 11 am; 1.30 pm; 2 pm; 3.30 pm; 4 pm').map((time) => time.replaceAll(' ', '\u00a0')),
  },
  room: inBoth('Vercors; Belledonne; Pilat; Chartreuse; Pennines; Ardennes; Atlas; Douro'),
};
