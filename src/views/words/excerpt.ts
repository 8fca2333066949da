// In: a sentence and words of it that matter. Out: the sentence, cut where it is long so that they stay in it.
import { withoutAsides } from './asides.ts'
import { cutAround, oneLine, unquotedWhole, withoutDateline } from './safe-text.ts'

const NUMBER_WORDS: readonly (readonly string[])[] = [
  ['zero', 'none'],
  ['once', 'first', 'one'],
  ['twice', 'second', 'two'],
  ...'three third,four fourth,five fifth,six sixth,seven seventh,eight eighth,nine ninth,ten tenth'
    .split(',')
    .map((pair) => pair.split(' ')),
]

/** What heads a line of a list is no part of its sentence. */
const BULLET = /^[•▪◦*]\s+/

/** The sentence, cut where it is long so that the words in dispute stay in it. */
export function excerpt(quote: string, value: string, length: number): string {
  const whole = withoutDateline(unquotedWhole(oneLine(quote))).replace(BULLET, '')
  const wanted = (value.toLowerCase().match(/\d+(?:\.\d+)?|\p{L}{4,}/gu) ?? []).flatMap((word) => [
    word,
    ...(NUMBER_WORDS[Number(word)] ?? []),
  ])
  const placesIn = (words: string) =>
    wanted.map((word) => placeOf(words.toLowerCase(), word)).filter((at) => at >= 0)
  const kept = placesIn(whole)
  const text =
    whole.length <= length
      ? whole
      : withoutAsides(whole, length, ({ start, end }) => kept.some((at) => at >= start && at < end))
  const places = placesIn(text)
  return cutAround(text, places.length > 0 ? Math.max(...places) : 0, length)
}

function placeOf(text: string, word: string): number {
  const isWordChar = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!isWordChar(text[at - 1]) && !isWordChar(text[at + word.length])) return at
  return -1
}
