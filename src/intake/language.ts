// In: the text of a report's body. Out: its language as a two-letter code, "und" where there is too little of it.

/** Words that carry English and hardly stand as often in any other language. */
const ENGLISH = new Set(
  'the of and to in that is was for on with as by at from his her its their this which has have had been were are be will would said not but an or who after over about than more also when they it he she we you may if up out no into could can some other all what there while under between before during against'.split(
    ' ',
  ),
)
const LOOKED_AT = 6000

/** The language of a text (ISO 639-1). English is told by its own small words first, the rest by `tinyld`. */
export async function languageOf(body: string): Promise<string> {
  const start = body.slice(0, LOOKED_AT)
  const found = start.toLowerCase().match(/\p{L}+/gu) ?? []
  const letters = found.reduce((sum, word) => sum + word.length, 0)
  if (letters < 12) return 'und'
  const share = found.filter((word) => ENGLISH.has(word)).length / found.length
  if (share >= 0.2 && found.length >= 8) return 'en'
  const { detectAll } = await import('tinyld/light')
  const ranked = detectAll(start)
  const best = ranked[0]
  if (!best) return 'und'
  const english = ranked.find((guess) => guess.lang === 'en')
  // Short headlines and lists of names have few small words; a near tie goes to English.
  const near = english !== undefined && english.accuracy >= best.accuracy * 0.5
  if (best.lang === 'en' || (near && share >= 0.08)) return 'en'
  if (found.length < 8 && /^[\p{Script=Latin}\P{L}]*$/u.test(start)) return 'und'
  return best.lang
}

const NAMES: Record<string, string> = {
  ar: 'Arabic',
  de: 'German',
  el: 'Greek',
  es: 'Spanish',
  fa: 'Persian',
  fr: 'French',
  he: 'Hebrew',
  hi: 'Hindi',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  nl: 'Dutch',
  pl: 'Polish',
  pt: 'Portuguese',
  ru: 'Russian',
  sv: 'Swedish',
  tr: 'Turkish',
  uk: 'Ukrainian',
  vi: 'Vietnamese',
  zh: 'Chinese',
}

/** The English name of a language code; the code itself where no name is known here. */
export const languageName = (code: string): string =>
  NAMES[code] ?? (code === 'und' ? 'a language that was not recognised' : `the language "${code}"`)
