// In: words for what falls due. Out: the matter they stand for, so that "walkout" and "strike" are one, and whether they name any.
import { contentWords, wordsOf } from '../words.ts'

/** Words for one matter, the more telling matters first: "the suspension of tariffs" is a pause. */
const MATTERS: readonly (readonly [matter: string, words: ReadonlySet<string>])[] = (
  [
    ['vote', 'vote ballot referendum election ratify ratified ratification approve approved approval'],
    ['borrowing', 'debt borrowing ceiling default'],
    ['pause', 'pause suspension suspend moratorium freeze waiver exemption standstill'],
    ['money', 'funding fund funded financing budget stopgap spending shutdown appropriation money cash'],
    ['exit', 'exit withdrawal departure leave brexit pullout'],
    ['sale', 'sale sell sold divest divestiture divestment'],
    ['strike', 'strike walkout walk-out walk stoppage lockout'],
    ['truce', 'truce ceasefire cease-fire armistice'],
    ['tariff', 'tariff duty levy retaliation countermeasure'],
    [
      'deal',
      'deal agreement accord pact compromise settlement talk talking negotiation agree agreed reach reached sign signed',
    ],
  ] as const
).map(([matter, words]) => [matter, new Set(words.split(' '))])

/** The matter of a phrase, or "" where its words are of none that is kept here. */
export function matterIn(text: string): string {
  const words = new Set(contentWords(text))
  const matter = MATTERS.find(([, of]) => [...words].some((word) => of.has(word)))?.[0] ?? ''
  // "The spending cuts": what is cut is no money that runs out.
  return matter === 'money' && words.has('cut') ? '' : matter
}

/** Words that every deadline shares and that tie none together. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'deadline ultimatum cutoff cut-off enforcement date week day month year hour minute looming new deal talk agreement ' +
    'previous first second third fourth last next original initial final latest earlier another extra more two three ten ' +
    'extended twice self-imposed revised just midnight noon weekend end time target they ' +
    'section subsection paragraph heading executive order act law ' +
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
)

/** Words for the term itself, not for what falls due. */
const TERM: ReadonlySet<string> = new Set(
  'delay extension reprieve period suspension pause term grace lapse expiry expiration'.split(' '),
)

/** Words for the term itself that a phrase has: "grace period" in "the grace period". */
export const termWords = (text: string): string[] => contentWords(text).filter((word) => TERM.has(word))

/** Words of the matter that tell one deadline from another; none in "the Sunday deadline". */
export const tellingWords = (text: string): string[] =>
  wordsOf(text).filter((word) => !COMMON.has(word) && !/^\d/.test(word))

/** Whether words name no matter: "the deadline", "the extension", "it". */
export const isVague = (text: string): boolean =>
  matterIn(text) === '' && tellingWords(text).every((word) => TERM.has(word))
