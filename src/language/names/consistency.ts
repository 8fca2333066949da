// In: a board with the names found so far. Out: one id for all mentions of one thing: surnames, given names, repeated names.
import type { NameType } from '../doc.ts'
import { prefixes, slugOf } from '../lexicon.ts'
import { HEADS } from './bodies.ts'
import {
  type Board,
  type Found,
  found,
  isCapital,
  isListed,
  isUpper,
  nameAt,
  opensSentence,
  place,
  wordsOf,
} from './found.ts'
import { isCalendar, type NameWords, PARTICLES } from './words.ts'

interface Person {
  readonly full: readonly string[]
  readonly surname: readonly string[]
  readonly given: string
  id: string
  canonical: string
  /** Told as somebody's wife, son …: the surname alone is the other's. */
  kin: boolean
}

/** Surnames and given names alone, and names said again, over the whole document. */
export function spreadNames(board: Board, words: NameWords): void {
  agree(board)
  bodiesInLetters(board)
  bodiesByFirstWord(board, words)
  headsOfAdministrations(board)
  const persons = personsOf(board, words)
  spreadPersons(board, persons, words)
  spreadRepeats(board)
  name(board, persons, words)
  shortBodies(board, words)
}

/** "The Council" of "the Reef Council", where the text names but one council: that one; "the Commission" beside the European Union its own. */
function shortBodies(board: Board, words: NameWords): void {
  const { form, lower, sent, count } = board.draft.tokens
  const bodies = new Map<string, Found | undefined>()
  for (const one of board.found) {
    if (one.last - one.first < 2 || (one.type !== 'organisation' && one.type !== 'government')) continue
    for (const word of form.slice(one.first, one.last))
      if (CALLED_SHORT.has(word)) {
        const known = bodies.get(word)
        bodies.set(word, !bodies.has(word) || known?.id === one.id ? one : undefined)
      }
  }
  const own = [...words.bodies].find(([, { name }]) => name === 'European Commission')
  if (
    own &&
    !bodies.has('Commission') &&
    board.found.some(({ id, first, last }) => id === 'EU' && last > first)
  )
    bodies.set(
      'Commission',
      found(0, 1, 'organisation', 'consistency', { id: own[0], canonical: own[1].name, of: own[1].of }),
    )
  for (let at = 1; at < count; at++) {
    const body = lower[at - 1] === 'the' ? bodies.get(form[at]!) : undefined
    const next = form[at + 1] ?? ''
    if (!body || board.casing[sent[at]!] !== 'mixed' || isCapital(next) || /^(?:of|for|on)$/.test(next))
      continue
    const known = nameAt(board, at)
    if (known && (known.last - known.first > 1 || known.foundBy === 'pack')) continue
    place(board, { ...body, first: at, last: at + 1, title: '', foundBy: 'consistency' })
  }
}
const CALLED_SHORT: ReadonlySet<string> = new Set([...HEADS, 'Department', 'Ministry', 'Forum', 'Group'])

const BEHIND = /^(?:I{2,3}|IV|VI{0,3}|JR|SR|MP|MEP|QC|KC|CBE|OBE)$/

/** "Harbour NZ", "Air VLK": a name that ends on capitals, in a text that does not shout, is no person's. */
function bodiesInLetters({ found: all, draft }: Board): void {
  const { form } = draft.tokens
  for (const one of all) {
    if (one.type !== 'person' || one.foundBy === 'pack' || one.title !== '' || one.last - one.first !== 2)
      continue
    const [first, last] = [form[one.first]!, form[one.last - 1]!]
    if (/^\p{Lu}{2,4}$/u.test(last) && /^\p{Lu}\p{Ll}+$/u.test(first) && !BEHIND.test(last))
      one.type = 'organisation'
  }
}

/** "Acme" beside "Acme Holdings" is no person, where nobody is called so. */
function bodiesByFirstWord(board: Board, words: NameWords): void {
  const { form } = board.draft.tokens
  const bodies = bodiesBegunBy(board, words)
  const called = new Set(
    board.found.flatMap(({ type, first, last }) =>
      type === 'person' && last - first > 1 ? form.slice(first, last) : [],
    ),
  )
  for (const one of board.found) {
    const word = form[one.first]!
    if (one.type === 'person' && one.last - one.first === 1 && one.foundBy !== 'title' && one.title === '')
      if (bodies.has(word) && !called.has(word)) one.type = 'organisation'
  }
}

/** Bodies by their first word, where all behind it says what kind of body it is: "Acme" of "Acme Holdings", not "House" of "House Democrats". */
function bodiesBegunBy({ found: all, draft }: Board, words: NameWords): ReadonlyMap<string, Found> {
  const { form } = draft.tokens
  const bodies = new Map<string, Found>()
  for (const one of all) {
    if (one.last - one.first < 2 || (one.type !== 'organisation' && one.type !== 'outlet')) continue
    const nouns = form.slice(one.first + 1, one.last).every((word) => words.organisationNouns.has(word))
    if (nouns && !bodies.has(form[one.first]!)) bodies.set(form[one.first]!, one)
  }
  return bodies
}

/** "The Holm administration": Holm alone is who heads it, whatever the finder took the name for. */
function headsOfAdministrations(board: Board): void {
  const heads = new Set(
    board.found.flatMap(({ canonical, first, last }) =>
      last > first && / administration$/i.test(canonical) ? [canonical.replace(/ administration$/i, '')] : [],
    ),
  )
  for (const one of board.found)
    if (one.last === one.first + 1 && one.type === 'organisation' && one.foundBy !== 'pack')
      if (heads.has(board.draft.tokens.form[one.first]!)) one.type = 'person'
}

/** What the finder took for several kinds of thing is the kind it, or a rule, says most often. */
function agree(board: Board): void {
  const votes = new Map<string, Map<NameType, number>>()
  const live = board.found.filter((one) => one.last > one.first && one.foundBy !== 'pack')
  for (const one of live) {
    const words = wordsOf(board.draft, one.first, one.last)
    let count = votes.get(words)
    if (!count) {
      count = new Map()
      votes.set(words, count)
    }
    count.set(one.type, (count.get(one.type) ?? 0) + (one.foundBy === 'finder' ? 1 : 2))
  }
  for (const one of live) {
    if (one.foundBy !== 'finder') continue
    const count = votes.get(wordsOf(board.draft, one.first, one.last))!
    if (count.size < 2) continue
    let best = one.type
    for (const [type, n] of count) if (n > count.get(best)!) best = type
    one.type = best
  }
}

function formsOf(board: Board, first: number, last: number): string[] {
  const forms = board.draft.tokens.form.slice(first, last)
  return forms.some((form) => form.length > 3 && isUpper(form) && !form.includes('.'))
    ? forms.map((form) =>
        isUpper(form) && form.length > 2 ? form.charAt(0) + form.slice(1).toLowerCase() : form,
      )
    : [...forms]
}

/** Surname first where the first word is such a surname and the second is no western given name. */
function surnameOf(full: readonly string[], words: NameWords): { surname: readonly string[]; given: string } {
  const first = full[0]!
  if (
    words.surnamesFirst.has(first) &&
    !(words.gender.has(first) && !words.surnamesFirst.has(full[1]!) && words.gender.get(first) !== 'u')
  ) {
    const last = full.at(-1)!
    if (!words.surnamesFirst.has(last) || !words.gender.has(first) || full.length > 2) {
      return { surname: [first], given: full.slice(1).join('') }
    }
  }
  let from = full.length - 1
  if (/^(?:Jr|Jr\.|Sr|Sr\.|II|III|IV)$/.test(full[from]!) && from > 1) from--
  const end = from + 1
  while (from > 1 && (full[from - 1] === '-' || full[from] === '-')) from--
  while (from > 1 && PARTICLES.has(full[from - 1]!)) from--
  return { surname: full.slice(from, end), given: first }
}

function personsOf(board: Board, words: NameWords): Person[] {
  const persons: Person[] = []
  for (const one of board.found) {
    if (one.type !== 'person' || one.last - one.first < 2) continue
    const full = formsOf(board, one.first, one.last)
    const { surname, given } = surnameOf(full, words)
    const same = persons.find((other) => isSamePerson(other, { full, surname, given }))
    const canonical = joined(full)
    const kin = isKin(board, one)
    if (same && !kin) same.kin = false
    if (!same) persons.push({ full, surname, given, canonical, id: `person:${slugOf(canonical)}`, kin })
    else if (full.length > same.full.length && !/[.]/.test(canonical)) {
      same.canonical = canonical
      same.id = `person:${slugOf(canonical)}`
    }
  }
  return persons.filter((one) => !persons.some((other) => other !== one && isTail(one.full, other.full)))
}

const KIN =
  /^(?:wife|husband|daughter|son|brother|sister|father|mother|widow|cousin|nephew|niece|grandson|granddaughter|lady|son-in-law)$/

/** "His daughter Ada Lind", "her husband, Bo Lind", "first lady Ada Lind". */
function isKin({ draft: { tokens } }: Board, { first }: Found): boolean {
  const { lower, sent } = tokens
  const at = lower[first - 1] === ',' ? first - 2 : first - 1
  return at >= 0 && sent[at] === sent[first] && KIN.test(lower[at]!)
}

/** One surname, one given name or its initial, and initials between them that do not differ ("H.W." and "W."). */
type Named = Pick<Person, 'full' | 'surname' | 'given'>

function isSamePerson(a: Named, b: Named): boolean {
  if (a.surname.join(' ') !== b.surname.join(' ')) return false
  const [one, other] = [initialsOf(a.full), initialsOf(b.full)]
  if (one !== '' && other !== '' && one !== other) return false
  const short = a.given.length < 3 || b.given.length < 3
  return a.given === b.given || (short && a.given.charAt(0) === b.given.charAt(0))
}

/** The initials behind a given name, without stops: "HW". */
const initialsOf = (full: readonly string[]): string =>
  full
    .slice(1)
    .filter((word) => /^(?:(?:\p{Lu}\.){1,3}|\p{Lu})$/u.test(word))
    .join('')
    .replaceAll('.', '')

/** "López Obrador" is the end of "Andrés Manuel López Obrador", "Van Berg" that of "Ada van Berg", not one more person. */
const isTail = (part: readonly string[], full: readonly string[]): boolean =>
  part.length < full.length && full.slice(-part.length).join(' ') === smallParticle(part).join(' ')

/** "Van Berg" at the head of a sentence as "van Berg". */
const smallParticle = (forms: readonly string[]): readonly string[] =>
  forms.length > 1 && PARTICLES.has(forms[0]!.toLowerCase())
    ? [forms[0]!.toLowerCase(), ...forms.slice(1)]
    : forms

const joined = (forms: readonly string[]) => forms.join(' ').replace(/ - /g, '-').replace(/ '/g, "'")

/** Sentences within which a surname alone is that of the bearer named last. */
const JUST_NAMED = 2

/**
 * The person that a name means: the same full name; of several with this surname the one named just before, else the
 * one the report names first.
 */
function personFor(
  board: Board,
  one: Found,
  persons: readonly Person[],
  words: NameWords,
): Person | undefined {
  const forms = formsOf(board, one.first, one.last)
  if (forms.length > 1) {
    const { surname, given } = surnameOf(forms, words)
    const same = persons.find((p) => isSamePerson(p, { full: forms, surname, given }))
    if (same) return same
  }
  const text = forms.join(' ')
  const end = forms.length > 1 ? persons.find((p) => isTail(forms, p.full)) : undefined
  if (end) return end
  const bySurname = persons.filter((p) => p.surname.join(' ') === text && !p.kin)
  if (bySurname.length <= 1) return bySurname[0] ?? persons.find((p) => p.given === text)
  const { sent } = board.draft.tokens
  let near: { at: number; person: Person } | undefined
  let first: typeof near
  for (const other of board.found) {
    if (other.last - other.first < 2 || other.type !== 'person') continue
    const person = bySurname.find(
      (p) => joined(formsOf(board, other.first, other.last)) === joined(p.full) || p.id === other.id,
    )
    if (!person) continue
    const at = other.first
    if (!first || at < first.at) first = { at, person }
    if (at < one.first && sent[one.first]! - sent[at]! <= JUST_NAMED && (!near || at > near.at))
      near = { at, person }
  }
  return (near ?? first)?.person ?? bySurname[0]
}

function spreadPersons(board: Board, persons: readonly Person[], words: NameWords): void {
  const { draft } = board
  const { form, count, sent } = draft.tokens
  const bySurname = new Map<string, (readonly string[])[]>()
  for (const person of persons) {
    for (const tail of tailsOf(person, words)) {
      const list = bySurname.get(tail[0]!)
      if (list) list.push(tail)
      else bySurname.set(tail[0]!, [tail])
    }
  }
  for (const tails of bySurname.values()) tails.sort((a, b) => b.length - a.length)
  const single = new Set<string>()
  for (const one of board.found)
    if (one.type === 'person' && one.last - one.first === 1 && one.foundBy === 'title')
      single.add(form[one.first]!)
  const givens = new Map<string, number>()
  for (const person of persons) givens.set(person.given, (givens.get(person.given) ?? 0) + 1)
  for (let i = 0; i < count; i++) {
    const cover = nameAt(board, i)
    if (
      cover &&
      (cover.type === 'person' ||
        cover.last - cover.first > 1 ||
        !(cover.foundBy === 'pack' || (cover.foundBy === 'finder' && bySurname.has(form[i]!))) ||
        cover.form === 'adjective' ||
        cover.form === 'abbreviation' ||
        isListed(board, cover))
    )
      continue
    const upper = board.casing[sent[i]!] === 'upper'
    const word = upper ? form[i]!.charAt(0) + form[i]!.slice(1).toLowerCase() : form[i]!
    if (!isCapital(word) && !PARTICLES.has(word)) continue
    if (
      cover &&
      !(words.gender.has(word) || words.surnamesFirst.has(word) || single.has(word) || bySurname.has(word))
    )
      continue
    if (word === 'He' && !isSurnameHe(board, i)) continue
    const tail = bySurname.get(word)?.find((parts) => parts.every((part, k) => form[i + k] === part || upper))
    if (tail && !isCalendar(word)) {
      put(board, i, i + tail.length)
      continue
    }
    if (
      single.has(word) ||
      (givens.get(word) === 1 &&
        word.length > 2 &&
        !cover &&
        !isCalendar(word) &&
        !(opensSentence(draft, i) && /^(?:Will|May|Mark|Grant|Rich|Bill|Hope)$/.test(word)))
    ) {
      const next = form[i + 1] ?? ''
      if (
        !(
          isCapital(next) &&
          !nameAt(board, i + 1) &&
          board.casing[sent[i]!] === 'mixed' &&
          sent[i + 1] === sent[i]
        )
      )
        put(board, i, i + 1)
    }
  }
}

/** What stands for a person alone: the surname, and two surnames together ("López Obrador"). */
function tailsOf(person: Person, words: NameWords): (readonly string[])[] {
  const { full, surname } = person
  const second = full.length > 2 && surname.length === 1 && full.at(-1) === surname[0] ? full.at(-2)! : ''
  const double = second.length > 2 && isCapital(second) && !words.gender.has(second)
  return double ? [surname, full.slice(-2)] : [surname]
}

function put(board: Board, first: number, last: number): void {
  place(board, found(first, last, 'person', 'consistency', { canonical: wordsOf(board.draft, first, last) }))
}

/** Inside a sentence a capital "He" is a surname; at its head only where another name or ", who …" is joined to it. */
function isSurnameHe(board: Board, token: number): boolean {
  const { form } = board.draft.tokens
  const next = form[token + 1] ?? ''
  if (board.casing[board.draft.tokens.sent[token]!] === 'title')
    return next === 'and' || next === ',' || next === "'s"
  if (!opensSentence(board.draft, token)) return true
  const second = form[token + 2] ?? ''
  return (
    next === "'s" ||
    (next === 'and' && isCapital(second)) ||
    (next === ',' && /^(?:who|whom|whose)$/.test(second))
  )
}

/** A name said once is a name wherever the same words stand free. */
function spreadRepeats(board: Board): void {
  const { form, count, sent } = board.draft.tokens
  const doubtful = doubtfulWords(board)
  const byFirst = new Map<string, Found[]>()
  for (const one of board.found) {
    if (one.last <= one.first || one.foundBy === 'pack' || one.type === 'good') continue
    if (one.last - one.first === 1 && form[one.first]!.length < 3) continue
    const key = form[one.first]!
    if (one.last - one.first === 1 && one.foundBy === 'finder' && doubtful.has(key)) continue
    const list = byFirst.get(key)
    if (!list) byFirst.set(key, [one])
    else if (!list.some((other) => sameWords(board, other, one.first, one.last))) list.push(one)
  }
  for (let i = 0; i < count; i++) {
    if (board.at[i]! >= 0 || !isCapital(form[i]!)) continue
    const list = byFirst.get(form[i]!)
    if (!list) continue
    const fit = list
      .filter((one) => {
        const last = i + one.last - one.first
        if (last > count || sent[last - 1] !== sent[i] || !sameWords(board, one, i, last)) return false
        for (let k = i; k < last; k++) if (board.at[k]! >= 0) return false
        return one.last - one.first > 1 || form[i] !== 'He'
      })
      .sort((a, b) => b.last - b.first - (a.last - a.first))[0]
    if (!fit) continue
    const last = i + fit.last - fit.first
    if (
      fit.last - fit.first === 1 &&
      opensSentence(board.draft, i) &&
      fit.type !== 'person' &&
      form[i]!.length < 4
    )
      continue
    place(board, { ...fit, first: i, last, title: '', foundBy: 'consistency' })
    i = last - 1
  }
}

/** Single words that the finder took for a name less often than it left them. */
function doubtfulWords(board: Board): ReadonlySet<string> {
  const { form, count } = board.draft.tokens
  const votes = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    if (!isCapital(form[i]!)) continue
    const name = nameAt(board, i)
    if (name && name.last - name.first > 1) continue
    votes.set(form[i]!, (votes.get(form[i]!) ?? 0) + (name ? 1 : -1))
  }
  return new Set([...votes].filter(([, vote]) => vote <= 0).map(([word]) => word))
}

function sameWords(board: Board, one: Found, first: number, last: number): boolean {
  if (last - first !== one.last - one.first) return false
  const { form } = board.draft.tokens
  for (let k = 0; k < last - first; k++) if (form[first + k] !== form[one.first + k]) return false
  return true
}

/** Bodies of three words or more by their initials ("ADF" is the "Atlantic Dockers' Federation"); none where two have the same. */
function bodiesByInitials(board: Board): ReadonlyMap<string, Found> {
  const { form } = board.draft.tokens
  const bodies = new Map<string, Found | undefined>()
  for (const one of board.found) {
    if (one.last - one.first < 3 || one.type !== 'organisation') continue
    const initials = form
      .slice(one.first, one.last)
      .filter(isCapital)
      .map((word) => word.charAt(0))
      .join('')
    if (initials.length < 3) continue
    const other = bodies.get(initials)
    if (!bodies.has(initials)) bodies.set(initials, one)
    else if (
      !other ||
      wordsOf(board.draft, other.first, other.last) !== wordsOf(board.draft, one.first, one.last)
    )
      bodies.set(initials, undefined)
  }
  return new Map([...bodies].flatMap(([initials, one]) => (one ? [[initials, one]] : [])))
}

/** Words of outlets: what a dateline names, and whom somebody "told The Valley Gazette". */
function outletsByWords(board: Board): ReadonlySet<string> {
  const { form, lower } = board.draft.tokens
  const found = new Set<string>()
  for (const one of board.found) {
    if (one.last <= one.first) continue
    const isTold = form[one.first - 1] === 'The' && /^(?:told|tell|telling)$/.test(lower[one.first - 2] ?? '')
    if (one.type === 'outlet' || (one.type === 'organisation' && isTold))
      found.add(wordsOf(board.draft, one.first, one.last))
  }
  return found
}

/** Gives ids and canonical forms: persons by their fullest name, others by their own words or the longer name they begin. */
function name(board: Board, persons: readonly Person[], words: NameWords): void {
  const { form } = board.draft.tokens
  const longer = bodiesBegunBy(board, words)
  const spelledOut = bodiesByInitials(board)
  const named = new Set(board.found.flatMap((one) => (one.last - one.first > 1 ? [one.id] : [])))
  const outlets = outletsByWords(board)
  for (const one of board.found) {
    if (one.last <= one.first) continue
    if (one.type === 'person') {
      const person = personFor(board, one, persons, words)
      one.canonical = person?.canonical ?? joined(formsOf(board, one.first, one.last))
      one.id = person?.id ?? `person:${slugOf(one.canonical)}`
      continue
    }
    const own = one.last - one.first === 1 && isUpper(form[one.first]!) && spelledOut.get(form[one.first]!)
    // "ADF" of a text that spells out another body than the packs know by these letters.
    if (own && own.foundBy !== 'pack' && !named.has(one.id)) {
      one.canonical = own.canonical === '' ? wordsOf(board.draft, own.first, own.last) : own.canonical
      one.id = own.id === '' ? `${prefixes.organisation}:${slugOf(one.canonical)}` : own.id
      one.type = own.type
    }
    if (one.id !== '') continue
    if (one.canonical === '') one.canonical = wordsOf(board.draft, one.first, one.last)
    if (one.type === 'organisation' && outlets.has(one.canonical)) one.type = 'outlet'
    const alone = one.last - one.first === 1
    const word = form[one.first]!
    const long = alone ? (longer.get(word) ?? spelledOut.get(word)) : undefined
    if (long && long.type === one.type) {
      one.canonical = long.canonical === '' ? wordsOf(board.draft, long.first, long.last) : long.canonical
      one.id = long.id
    }
    if (one.id === '') one.id = `${prefixes[one.type]}:${slugOf(one.canonical)}`
  }
}
