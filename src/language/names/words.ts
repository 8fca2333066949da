// In: the Lexicon. Out: what finding names asks of its lists, compiled once a lexicon.
import { type Lexicon, slugOf, spellings } from '../lexicon.ts'

export type Gender = 'm' | 'f' | 'u'

export interface Office {
  readonly kind: string
  readonly gender: string
  /** The government an office of this name belongs to wherever it stands ("taoiseach" → "IE"), or "". */
  readonly of: string
}

/** A party and what one of its members is called, in small letters. */
export interface PartyWord {
  readonly id: string
  readonly name: string
  readonly of: string
  readonly members: readonly string[]
}

/** Lists that finding names asks for every word. */
export interface NameWords {
  readonly gender: ReadonlyMap<string, Gender>
  readonly surnamesFirst: ReadonlySet<string>
  readonly offices: ReadonlyMap<string, Office>
  /** Longest office in words. */
  readonly officeLength: number
  /** First word of an office → length in words of the longest that begins so. */
  readonly officeStarts: ReadonlyMap<string, number>
  readonly departments: ReadonlySet<string>
  readonly organisationNouns: ReadonlySet<string>
  /** Demonyms, adjective or plural, by state id. */
  readonly demonyms: ReadonlyMap<string, string>
  /** Names of bodies that many states have ("Supreme Court"). */
  readonly sharedBodies: ReadonlySet<string>
  /** Canonical name by state id. */
  readonly states: ReadonlyMap<string, string>
  /** Bodies that the packs name, with the body or state each is of. */
  readonly bodies: ReadonlyMap<string, { readonly name: string; readonly of: string }>
  /** Ids of armed movements, unions and public bodies that the packs name: no firms. */
  readonly fighters: ReadonlySet<string>
  readonly unions: ReadonlySet<string>
  readonly publicBodies: ReadonlySet<string>
  /** Parties by what a member or an adjective of one is called ("democrat", "democratic"), and by id. */
  readonly parties: ReadonlyMap<string, PartyWord>
  readonly partyById: ReadonlyMap<string, PartyWord>
  /** Parties by the letters that stand for them behind a legislator's name. */
  readonly partyLetters: ReadonlyMap<string, PartyWord>
  /** What a government will or will not do, and is willing to. */
  readonly stances: ReadonlySet<string>
  /** What somebody is who speaks for no government: an analyst, a trader. */
  readonly privates: ReadonlySet<string>
}

const compiled = new WeakMap<Lexicon, NameWords>()

export function nameWordsOf(lexicon: Lexicon): NameWords {
  const known = compiled.get(lexicon)
  if (known) return known
  const offices = new Map<string, Office>()
  const officeStarts = new Map<string, number>()
  let officeLength = 1
  for (const row of lexicon.table('offices')) {
    const word = row.word ?? ''
    offices.set(word, { kind: row.kind ?? '', gender: row.gender ?? '', of: row.of ?? '' })
    const length = tokenLength(word)
    const start = word.split(/[ -]/, 1)[0]!
    officeStarts.set(start, Math.max(length, officeStarts.get(start) ?? 0))
    officeLength = Math.max(officeLength, length)
  }
  const demonyms = new Map<string, string>()
  const states = new Map<string, string>()
  for (const row of lexicon.table('states')) {
    states.set(row.id ?? '', row.name ?? '')
    for (const cell of [row.adjective, row.people])
      for (const word of (cell ?? '').split('|')) if (word !== '') demonyms.set(word, row.id ?? '')
  }
  const bodies = new Map<string, { name: string; of: string }>()
  for (const terms of lexicon.terms.values())
    for (const { id, canonical, of, type } of terms)
      if (type === 'organisation' && !bodies.has(id)) bodies.set(id, { name: canonical, of })
  const words: NameWords = {
    gender: new Map(
      lexicon.table('given-names').map((row) => [row.word ?? '', (row.gender || 'u') as Gender]),
    ),
    surnamesFirst: lexicon.list('surnames-first'),
    offices,
    officeLength,
    officeStarts,
    departments: lexicon.list('departments'),
    organisationNouns: lexicon.list('organisation-nouns'),
    demonyms,
    sharedBodies: lexicon.list('shared-bodies'),
    states,
    bodies,
    fighters: idsIn(lexicon, 'names-armed'),
    unions: idsIn(lexicon, 'names-labour'),
    publicBodies: idsIn(lexicon, 'names-bodies'),
    stances: new Set(
      ['stance-verbs', 'stance-adjectives'].flatMap((table) =>
        lexicon.table(table).map((row) => row.lemma ?? ''),
      ),
    ),
    privates: new Set(['private-nouns', 'forecaster-nouns'].flatMap((table) => [...lexicon.list(table)])),
    ...partiesOf(lexicon, bodies),
  }
  compiled.set(lexicon, words)
  return words
}

const idsIn = (lexicon: Lexicon, table: string): ReadonlySet<string> =>
  new Set(lexicon.table(table).map(({ id, name }) => id || `org:${slugOf(name ?? '')}`))

function partiesOf(lexicon: Lexicon, bodies: NameWords['bodies']) {
  const parties = new Map<string, PartyWord>()
  const partyById = new Map<string, PartyWord>()
  const partyLetters = new Map<string, PartyWord>()
  for (const row of lexicon.table('party-members')) {
    const id = `org:${slugOf(row.name ?? '')}`
    const members = spellings(row.member).map((word) => word.toLowerCase())
    const party = { id, name: row.name ?? '', of: bodies.get(id)?.of ?? '', members }
    partyById.set(id, party)
    for (const word of [...members, ...spellings(row.adjective).map((one) => one.toLowerCase())])
      parties.set(word, party)
    for (const letters of spellings(row.letters)) partyLetters.set(letters, party)
  }
  return { parties, partyById, partyLetters }
}

/** Words and hyphens, as the tokenizer takes them apart. */
const tokenLength = (words: string) => words.split(/[ -]/).length + (words.match(/-/g)?.length ?? 0)

const CALENDAR = new Set(
  'January February March April May June July August September October November December Jan. Feb. Mar. Apr. Aug. Sept. Sep. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tue. Wed. Thu. Fri. Sat. Sun. Today Yesterday Tomorrow GMT EST EDT UTC AM PM BST CET'.split(
    ' ',
  ),
)

/** Months and weekdays: capitals that are no names. */
export const isCalendar = (form: string): boolean => CALENDAR.has(form)

export const lastWord = (text: string) => text.slice(text.lastIndexOf(' ') + 1)

/** Small words that stand inside names of persons. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della di du la le van von der den ter ten zu bin bint ibn al el ul ur y e'.split(' '),
)
