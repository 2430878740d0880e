/** Whether PostgreSQL takes a word for one of grammar, language by language. */
export interface EmptyIn {
  isFrenchStop: boolean;
  isEnglishStop: boolean;
}

/** Empty: says nothing of what a text is about. Elsewhere: it would be empty in the other language; in a French text « car » says nothing, in an English one it drives. */
export type Telling = 'telling' | 'elsewhere' | 'empty';

/** SQL: the two columns of `EmptyIn`, of the stems of a word. */
export const emptyInSql = (french: string, english: string): string => `${french} = '{}' AS "isFrenchStop", ${english} = '{}' AS "isEnglishStop"`;

/** Which words of one text tell something. The language with more empty words is that of the text; where neither has more, a word that is empty in one of them is empty. */
export function tellingOf(words: readonly EmptyIn[]): Telling[] {
  const french = words.filter(({ isFrenchStop, isEnglishStop }) => isFrenchStop && !isEnglishStop).length;
  const english = words.filter(({ isFrenchStop, isEnglishStop }) => isEnglishStop && !isFrenchStop).length;
  return words.map(({ isFrenchStop, isEnglishStop }) => {
    if (!isFrenchStop && !isEnglishStop) return 'telling';
    return !(isFrenchStop && isEnglishStop) && (isFrenchStop ? english > french : french > english) ? 'elsewhere' : 'empty';
  });
}
