// In: a board. Out: persons by title, by given name, by surname first, by apposition.
import type { Draft } from '../draft.ts'
import {
  type Board,
  type Found,
  found,
  isCapital,
  isFree,
  isTown,
  isUpper,
  nameAt,
  opensSentence,
  place,
  wordsOf,
} from './found.ts'
import { officeAt, officeBefore } from './offices.ts'
import { isCalendar, type NameWords, PARTICLES } from './words.ts'

/** Words that a name does not begin or go on with, though they have a capital. */
const NO_NAME =
  /^(?:The|This|That|These|Those|An?|In|On|At|By|For|But|And|Or|If|When|While|After|Before|As|It|He|She|They|We|I|You|His|Her|Its|Their|Our|My|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Sir|Is|Are|Was|Were|Will|Would|Has|Have|Had|Not|No|Yes|To|From|With|Of|What|Who|Why|How|Where|There|Then|So|Also|Both|Even|Only|Says?|Said|Asked|Despite|Under|Over|Since|Until|According|However|Meanwhile|Still)$/
const INITIAL = /^(?:(?:\p{Lu}\.){1,3}|\p{Lu})$/u

/** Finds persons; `known` are surnames and given names met in this document, used where capitals tell nothing. */
export function findPersons(board: Board, words: NameWords): void {
  const { tokens } = board.draft
  for (let i = 0; i < tokens.count; i++) {
    if (board.at[i]! >= 0 && !mayBePerson(board, i)) continue
    const last = personFrom(board, i, words)
    if (last > i) {
      const canonical = wordsOf(board.draft, i, last)
      place(board, found(i, last, 'person', 'name', { canonical }))
      i = last - 1
      continue
    }
    const office = officeAt(board.draft, i, words)
    if (office) {
      const end = titled(board, office.last, words)
      if (end > office.last) {
        const canonical = wordsOf(board.draft, office.last, end)
        const several =
          !words.offices.has(wordsOf(board.draft, office.first, office.last).toLowerCase()) &&
          board.draft.tokens.lower[office.last - 1]!.endsWith('s')
        place(
          board,
          found(office.last, end, 'person', 'title', {
            canonical,
            title: several ? '' : wordsOf(board.draft, office.first, office.last),
          }),
        )
        i = end - 1
      } else i = Math.max(i, office.last - 1)
    }
  }
  findAppositions(board, words)
}

/** A place or company of one word may be a given name or surname ("Jordan", "Ford", "Austin"). */
function mayBePerson(board: Board, token: number): boolean {
  const name = nameAt(board, token)!
  return (
    name.last - name.first === 1 &&
    name.foundBy === 'pack' &&
    (name.type === 'place' || name.type === 'organisation') &&
    !isUpper(board.draft.tokens.form[token]!) &&
    name.form !== 'adjective'
  )
}

const mixed = (board: Board, token: number) => board.casing[board.draft.tokens.sent[token]!] === 'mixed'

/** Token after a full name that begins here by given name or surname first, else `first`. */
function personFrom(board: Board, first: number, words: NameWords): number {
  const { draft } = board
  const form = draft.tokens.form[first]!
  if (!isCapital(form)) return first
  const end = draft.sents[draft.tokens.sent[first]!]!.last
  const given = words.gender.get(form) ?? (isUpper(form) ? words.gender.get(titleCase(form)) : undefined)
  if (given !== undefined) {
    const last = restOfName(board, first + 1, end, words, 3)
    if (
      last > first + 1 &&
      !isTown(board, first, last) &&
      !isTheWord(board, first, words) &&
      !areTwo(board, first, last)
    )
      return last
  }
  if (words.surnamesFirst.has(form) && first + 1 < end && mixed(board, first)) {
    const last = eastAsianEnd(board, first, end, words)
    if (last > first) return last
  }
  return first
}

/** "The Israel Hamas war", "the Jordan Syria border": a state and another that the packs name, before what is theirs. */
function areTwo(board: Board, first: number, last: number): boolean {
  const { lower, tag } = board.draft.tokens
  const isKnown = (at: number) => /^(?:government|organisation|place)$/.test(nameAt(board, at)?.type ?? '')
  return (
    last === first + 2 &&
    lower[first - 1] === 'the' &&
    /^NNS?$/.test(tag[last] ?? '') &&
    isKnown(first) &&
    isKnown(first + 1)
  )
}

/**
 * "X and Li spoke", "Presidents X and Li": a capital that opens a sentence and does with a person what persons do, or
 * that shares an office with one, is a person too.
 */
export function joinPersons(board: Board, words: NameWords): void {
  const { form, lower, tag } = board.draft.tokens
  for (const one of [...board.found]) {
    joinSecond(board, one, words)
    const first = one.first - 2
    if (one.type !== 'person' || one.last - one.first !== 1 || first < 0 || lower[first + 1] !== 'and')
      continue
    const word = form[first]!
    if (!isFree(board, first, first + 1) || !isCapital(word) || NO_NAME.test(word) || isCalendar(word))
      continue
    if (!/^NNP?$/.test(tag[first]!) || !mixed(board, first)) continue
    const office = first > 0 && words.offices.has(lower[first - 1]!.replace(/s$/, ''))
    const acts = opensSentence(board.draft, first) && /^(?:VB[DP]|MD)$/.test(tag[one.last] ?? '')
    if (acts || (office && lower[first - 1]!.endsWith('s')))
      place(board, found(first, first + 1, 'person', 'name', { canonical: word }))
  }
}

/** "Berg and Kagame last met": a capital joined to a surname that opens a sentence, before their verb. */
function joinSecond(board: Board, one: Found, words: NameWords): void {
  const { form, lower, tag, sent } = board.draft.tokens
  const at = one.last + 1
  if (one.type !== 'person' || one.last - one.first !== 1 || lower[one.last] !== 'and') return
  const word = form[at] ?? ''
  if (sent[at] !== sent[one.first] || !opensSentence(board.draft, one.first) || !mixed(board, at)) return
  if (!isCapital(word) || isUpper(word) || board.at[at]! >= 0 || NO_NAME.test(word) || isCalendar(word))
    return
  if (words.organisationNouns.has(word) || words.offices.has(word.toLowerCase()) || tag[at] !== 'NNP') return
  const verb = tag[at + 1] === 'RB' || lower[at + 1] === 'last' ? at + 2 : at + 1
  if (/^(?:VB[DP]|MD)$/.test(tag[verb] ?? ''))
    place(board, found(at, at + 1, 'person', 'name', { canonical: word }))
}

const titleCase = (form: string) => form.charAt(0) + form.slice(1).toLowerCase()

/** "Will", "May", "Mark" at the head of a sentence are words before they are names. */
function isTheWord(board: Board, token: number, words: NameWords): boolean {
  const { form } = board.draft.tokens
  if (
    !/^(?:Will|May|Mark|Grant|Rich|Art|Bill|Chase|Hope|Faith|Grace|Joy|Rose|Angel|Happy|Precious|Goodness|Sun|Long|Young|Yong|Sue|Pat|Drew|Frank|Max|Abe|June|April|Min|Sang|Jin|Said)$/.test(
      form[token]!,
    )
  )
    return false
  if (form[token] === 'Said' && opensSentence(board.draft, token)) return true
  if (isCalendar(form[token]!)) return !words.offices.has((form[token - 1] ?? '').toLowerCase())
  return (
    opensSentence(board.draft, token) &&
    !(
      form[token + 1] !== undefined &&
      words.gender.has(form[token + 1]!) === false &&
      !nameAt(board, token + 1)
    )
  )
}

/** "Theresa May": a month right behind a given name, with no day behind it. */
const isMonthSurname = ({ draft: { tokens } }: Board, at: number, words: NameWords): boolean =>
  /^(?:March|April|May|June|August)$/.test(tokens.form[at]!) &&
  words.gender.has(tokens.form[at - 1] ?? '') &&
  !/^\d/.test(tokens.form[at + 1] ?? '')

/** Token after the rest of a name that goes on at `from`: initials, particles, capitals; at most `most` capitals. */
function restOfName(board: Board, from: number, end: number, words: NameWords, most: number): number {
  const { form } = board.draft.tokens
  // "Premier Ann Ford": behind a given name a word of the packs is a surname.
  const given = words.gender.has(form[from] ?? '') ? 1 : 0
  let last = from
  let capitals = 0
  let i = from
  while (i < end && capitals < most) {
    const word = form[i]!
    if (
      word === '-' &&
      i > from - 1 &&
      i + 1 < end &&
      isCapital(form[i - 1]!) &&
      touches(board.draft, i) &&
      (isCapital(form[i + 1]!) || (capitals > 0 && form[i + 1] !== 'based')) &&
      board.at[i + 1]! < 0
    ) {
      i += 2
      last = i
      continue
    }
    // "al-Amr"
    if (PARTICLES.has(word) && form[i + 1] === '-' && i + 2 < end && isCapital(form[i + 2]!)) {
      i += 3
      last = i
      capitals++
      continue
    }
    if (
      PARTICLES.has(word) && i + 1 < end && !PARTICLES.has(form[i + 1]!)
        ? isCapital(form[i + 1]!)
        : PARTICLES.has(word) && i + 2 < end && PARTICLES.has(form[i + 1]!) && isCapital(form[i + 2]!)
    ) {
      if (word === 'y' || word === 'e') break
      i++
      continue
    }
    if (!isCapital(word) || NO_NAME.test(word)) break
    if (isCalendar(word) && !isMonthSurname(board, i, words)) break
    // "a Virginia Republican"
    if (words.parties.has(word.toLowerCase().replace(/s$/, ''))) break
    // "Ann Lee Ann Marie LeeMinister says …": a link runs into the name.
    if (word === form[from - 1] || isGlued(word)) break
    if (INITIAL.test(word) && i + 1 < end && capitals < most) {
      i++
      continue
    }
    const other = nameAt(board, i)
    if (
      other &&
      (other.last - other.first > 1 || other.form === 'adjective' || other.form === 'people' || isUpper(word))
    )
      break
    if (
      other &&
      capitals > given &&
      !(
        other.foundBy === 'pack' &&
        words.gender.has(form[i - 1]!) &&
        /^(?:Jr|Jr\.|Sr|Sr\.)$/.test(form[i + 1] ?? '')
      )
    )
      break
    if (
      words.organisationNouns.has(word) ||
      (words.offices.has(word.toLowerCase()) && !words.gender.has(word) && capitals > 0)
    )
      break
    if (
      isUpper(word) &&
      word.length > 1 &&
      mixed(board, i) &&
      word.length < 5 &&
      !/^(?:II|III|IV|JR|SR)$/.test(word)
    )
      break
    if (!mixed(board, i) && capitals > 0 && !words.surnamesFirst.has(word)) break
    capitals++
    i++
    last = i
  }
  if (last > from && /^(?:Jr|Jr\.|Sr|Sr\.|II|III|IV)$/.test(form[last] ?? '') && last < end) last++
  return last
}

/** "LeeMinister", not "McKay", "DeSantis" or "LaVine". */
const isGlued = (word: string): boolean =>
  /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{3,}/u.test(word) && !/^(Mac|Van|Fitz)/.test(word)

const touches = (draft: Draft, i: number) =>
  draft.tokens.start[i] === draft.tokens.end[i - 1] && draft.tokens.end[i] === draft.tokens.start[i + 1]

/** "He Qilin", "Moon Jae-in", "Kim Jong Un"; a pronoun "He" is not followed by a capital that is no other name. */
function eastAsianEnd(board: Board, first: number, end: number, words: NameWords): number {
  const { form } = board.draft.tokens
  const surname = form[first]!
  const next = form[first + 1] ?? ''
  if (
    !isCapital(next) ||
    next.length < 2 ||
    board.at[first + 1]! >= 0 ||
    isCalendar(next) ||
    NO_NAME.test(next)
  )
    return first
  if (words.organisationNouns.has(next) || words.offices.has(next.toLowerCase()) || isUpper(next))
    return first
  if (surname === 'He' && opensSentence(board.draft, first) && (words.gender.get(next) ?? 'u') !== 'u')
    return first
  if (
    /^(?:Long|Shi|Shan|Sun|You|Song|Fan|Pan|Ha|Le|Oh|Park|Ping|Ning|Ma|Tan|Ju|An)$/.test(surname) &&
    opensSentence(board.draft, first) &&
    !words.surnamesFirst.has(next)
  ) {
    if (!/^(?:Ma|Sun|Song|Tan|Park|Le|Oh|Shi)$/.test(surname)) return first
  }
  let last = first + 2
  if (form[last] === '-' && touches(board.draft, last) && last + 1 < end && /^\p{L}+$/u.test(form[last + 1]!))
    last += 2
  else if (
    last < end &&
    isCapital(form[last]!) &&
    form[last]!.length <= 5 &&
    board.at[last]! < 0 &&
    !isCalendar(form[last]!) &&
    !NO_NAME.test(form[last]!) &&
    !isUpper(form[last]!) &&
    !words.organisationNouns.has(form[last]!)
  )
    last++
  return last
}

/** Token after a name that a title announces, else `from`. */
function titled(board: Board, from: number, words: NameWords): number {
  const { draft } = board
  const { form, sent } = draft.tokens
  if (from >= draft.tokens.count || from === 0 || sent[from] !== sent[from - 1]) return from
  const end = draft.sents[sent[from]!]!.last
  const word = form[from]!
  if (
    !isCapital(word) ||
    (word !== 'He' && NO_NAME.test(word)) ||
    isCalendar(word) ||
    words.organisationNouns.has(word)
  )
    return from
  if (
    word === 'He' &&
    !(
      isCapital(form[from + 1] ?? '') ||
      form[from + 1] === "'s" ||
      form[from + 1] === ',' ||
      form[from + 1] === 'and'
    )
  )
    return from
  const other = nameAt(board, from)
  if (other && other.type !== 'person' && !mayBePerson(board, from)) return from
  if (words.demonyms.has(word) || (isUpper(word) && mixed(board, from) && word.length < 5)) return from
  if (officeAt(draft, from, words) && !words.gender.has(word)) return from
  // "General Licence 12": counted papers are no generals.
  if (/^\d+[A-Z]?$/.test(form[from + 1] ?? '') && sent[from + 1] === sent[from]) return from
  // "Republican Senators"
  if (word.endsWith('s') && words.offices.has(word.slice(0, -1).toLowerCase())) return from
  if (words.surnamesFirst.has(word)) {
    const last = eastAsianEnd(board, from, end, words)
    if (last > from) return last
  }
  if (!mixed(board, from)) {
    const last = restOfName(board, from, end, words, words.gender.has(word) ? 2 : 1)
    return last
  }
  return restOfName(board, from, end, words, 4)
}

/** "X, the trade minister of Y,"; "the spokeswoman, X,": two or more free capitals beside an office. */
function findAppositions(board: Board, words: NameWords): void {
  const { draft } = board
  const { form, count } = draft.tokens
  for (let i = 1; i + 1 < count; i++) {
    if (form[i] !== ',') continue
    const sentence = draft.sents[draft.tokens.sent[i]!]!
    if (board.casing[draft.tokens.sent[i]!] !== 'mixed') continue
    const first = freeRunBefore(board, i, sentence.first)
    if (i - first >= 2 && officeSoon(board, i + 1, Math.min(sentence.last, i + 9), words)) {
      put(board, first, i, words)
      continue
    }
    const end = restOfName(board, i + 1, sentence.last, words, 3)
    if (end - i - 1 >= 2 && form[end] === ',' && officeNear(board, i, sentence.first, words))
      put(board, i + 1, end, words)
  }
}

/** True where the phrase before a comma is an office, with what it is of: "the foreign minister of Ghana,". */
function officeNear(board: Board, comma: number, begin: number, words: NameWords): boolean {
  const { tag, form } = board.draft.tokens
  for (let last = comma; last > begin && comma - last < 7; last--) {
    if (officeBefore(board.draft, last, words)) return true
    if (/^(?:VB[DPZ]|MD)$/.test(tag[last - 1]!) || /^[,.;:]$/.test(form[last - 1]!)) return false
  }
  return false
}

function freeRunBefore(board: Board, last: number, begin: number): number {
  const { form } = board.draft.tokens
  let first = last
  while (first > begin && last - first < 5) {
    const word = form[first - 1]!
    if (board.at[first - 1]! >= 0) break
    if (!(isCapital(word) || (PARTICLES.has(word) && first - 1 > begin && isCapital(form[first - 2]!)))) break
    if (NO_NAME.test(word) || isCalendar(word)) break
    first--
  }
  return first
}

/** True where an office is the head of the phrase that begins here: "a former adviser", "China's trade envoy". */
function officeSoon(board: Board, from: number, end: number, words: NameWords): boolean {
  const { form, lower } = board.draft.tokens
  for (let i = from; i < end; i++) {
    if (form[i] === ',' || form[i] === '.' || form[i] === ';') return false
    if (lower[i] === 'who' || lower[i] === 'and' || lower[i] === 'which') return false
    if (officeAt(board.draft, i, words)) return true
  }
  return false
}

function put(board: Board, first: number, last: number, words: NameWords): void {
  const { form } = board.draft.tokens
  for (let i = first; i < last; i++) if (words.organisationNouns.has(form[i]!) || isUpper(form[i]!)) return
  place(board, found(first, last, 'person', 'apposition', { canonical: wordsOf(board.draft, first, last) }))
}
