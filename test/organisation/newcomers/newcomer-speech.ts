import { compile, namesOwnSite, render } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';
import type { Stream } from '../prng.ts';
import type { Language } from '../records.ts';
import { newcomerWords, type NewcomerWord } from './newcomer-words.ts';

const draws = 2 ** 32;
const wordingsTried = 24;

/** Who speaks, and to whom. */
export interface Speech {
  word: NewcomerWord;
  language: Language;
  /** Where they work: two neighbours do not tell each other where they are. */
  site: number;
  listenerSite: number;
}

/** Words the texts of newcomers, none twice in one place. */
export class NewcomerSpeech {
  private readonly phrases = new Map<string, readonly Phrase[]>();
  private readonly said = new Set<string>();

  /** Null: all of it was said there already. `place`: where nothing is said twice. */
  say(stream: Stream, { word, language, site, listenerSite }: Speech, place: string): string | null {
    for (let tries = 0; tries < wordingsTried; tries += 1) {
      const phrase = stream.pick(this.phrasesOf(word, language));
      const [thread, wording] = [stream.below(draws), stream.below(draws)];
      if (word !== 'hello' && site === listenerSite && namesOwnSite(phrase)) continue;
      const text = render(phrase, { language, thread, wording, postSite: listenerSite, speakerSite: site, mention: () => null });
      const said = `${place} ${text}`;
      if (this.said.has(said)) continue;
      this.said.add(said);
      return text;
    }
    return null;
  }

  private phrasesOf(word: NewcomerWord, language: Language): readonly Phrase[] {
    const key = `${word} ${language}`;
    const known = this.phrases.get(key) ?? newcomerWords[word][language].map((text) => compile(text, language));
    this.phrases.set(key, known);
    return known;
  }
}
