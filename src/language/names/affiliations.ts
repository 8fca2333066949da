// In: a board with its persons. Out: whose party each belongs to where the text tells it; members of a party, who are no names, off the board.
import { slugOf } from '../lexicon.ts'
import { type Board, type Found, found, isCapital, nameAt, place, remove } from './found.ts'
import { tokensOfTitle } from './offices.ts'
import { lastWord, type NameWords, type PartyWord } from './words.ts'

/**
 * "Ada Lind (R-Ohio)", "Ada Lind, R-Ohio,", "Ada Lind, an Ohio Republican,", "Republican Sen. Ada Lind": a legislator's party.
 * "House Republicans" are of their party; "a Virginia Republican" is one of them and nobody's name.
 */
export function findAffiliations(board: Board, words: NameWords): void {
  // "Fellow Conservative Mr. Lind", told elsewhere to be prime minister: he acts for the state.
  const inOffice = new Set(
    board.found.flatMap((one) => (holdsStateOffice(one, words) ? [lastWord(one.canonical)] : [])),
  )
  let listed: Listed | undefined
  const persons = board.found.filter((one) => one.type === 'person' && one.last > one.first)
  for (const one of persons.sort((a, b) => a.first - b.first)) {
    const letters = lettersBehind(board, one.last, words)
    if (letters) clear(board, one.last, letters.last)
    const beside = listedWith(board, one, listed)
    const before = partyBefore(board, one, words) ?? beside?.party
    const office = officeOfMany(board, one, words) ?? beside?.office
    listed = { last: letters?.last ?? one.last, party: before, office }
    const party =
      letters?.party ?? before ?? bodyBehind(board, one) ?? partyBehind(board, one, words) ?? office
    if (party !== undefined && !inOffice.has(lastWord(one.canonical))) one.of = party
  }
  const { count, lower } = board.draft.tokens
  for (let at = 0; at < count; at++) {
    if (!isCapital(board.draft.tokens.form[at]!)) continue
    const party = partyWordAt(board, at, words)
    if (party) settleMember(board, at, party)
    const many = /s$/.test(lower[at]!) ? words.parties.get(lower[at]!.slice(0, -1)) : undefined
    if (many) joinMany(board, at + 1, many)
  }
}

/** The person before in a list: where he ends, what all in it share. */
interface Listed {
  readonly last: number
  readonly party: string | undefined
  readonly office: string | undefined
}

/** Offices whose holder acts for a state, whatever his party. */
const OF_STATE: ReadonlySet<string> = new Set(['head', 'minister', 'diplomat', 'judge', 'military'])
const holdsStateOffice = ({ title }: Found, words: NameWords): boolean =>
  OF_STATE.has(words.offices.get(title.toLowerCase())?.kind ?? '')

/** "(R-Ohio)", "(D)", "[R., Pa.]", ", R-Ohio," right behind a name: the party, and the token behind it. */
function lettersBehind(
  board: Board,
  at: number,
  words: NameWords,
): { party: string; last: number } | undefined {
  const { form, lower, sent } = board.draft.tokens
  const opens = form[at]
  if (opens !== '(' && opens !== '[' && opens !== ',') return undefined
  const letters = form[at + 1] ?? ''
  const party = sent[at + 1] === sent[at] ? words.partyLetters.get(letters.replace(/\.$/, ''))?.id : undefined
  if (!party || letters !== letters.charAt(0).toUpperCase() + letters.slice(1)) return undefined
  let last = at + 2
  const joined = form[last] === '-' || (opens !== ',' && form[last] === ',')
  if (joined) {
    last++
    const from = last
    while (last - from < 4 && (isCapital(form[last] ?? '') || lower[last] === '.')) last++
    if (last === from) return undefined
  }
  if (opens === ',') return joined ? { party, last } : undefined
  return form[last] === ')' || form[last] === ']' ? { party, last: last + 1 } : undefined
}

/** Takes what was found between two tokens for names off the board. */
function clear(board: Board, first: number, last: number): void {
  for (let at = first; at < last; at++) if (nameAt(board, at)) remove(board, board.at[at]!)
}

/** "Republican Sen. Ada Lind", "Democrat Ada Lind", "GOP Senators Ada Lind and …": before the name and its titles. */
function partyBefore(board: Board, one: Found, words: NameWords): string | undefined {
  const { lower, sent } = board.draft.tokens
  const titled = one.title === '' ? one.first : one.first - tokensOfTitle(board.draft, one)
  for (let at = one.first - 1; at >= titled - 2 && sent[at] === sent[one.first]; at--) {
    const name = nameAt(board, at)
    const party =
      partyWordAt(board, at, words)?.id ?? (words.partyById.has(name?.id ?? '') ? name!.id : undefined)
    if (party !== undefined) return party
    const isTitle = at >= titled || words.offices.has(lower[at]!.replace(/s(\.?)$/, '$1'))
    if (!isTitle) return undefined
  }
  return undefined
}

/** "Republican Sens. Ada Lind, Bo Berg and Cy Holm": one party for all that are listed. */
function listedWith({ draft }: Board, one: Found, listed: Listed | undefined): Listed | undefined {
  if (!listed || one.title !== '') return undefined
  const between = draft.tokens.lower.slice(listed.last, one.first).join(' ')
  return /^(?:,|and|, and)$/.test(between) ? listed : undefined
}

/** What the office of several is of: "Sens. Ada Lind and Bo Berg". */
function officeOfMany({ draft }: Board, { first }: Found, words: NameWords): string | undefined {
  const office = draft.tokens.lower[first - 1] ?? ''
  if (!/s\.?$/.test(office)) return undefined
  return words.offices.get(office.replace(/s(\.?)$/, '$1'))?.of || undefined
}

/** The party that a word is a member or an adjective of; "Liberal Democrat" is no Democrat. */
function partyWordAt({ draft }: Board, at: number, words: NameWords): PartyWord | undefined {
  const { form, lower } = draft.tokens
  if (at < 0 || !isCapital(form[at]!)) return undefined
  if (OTHERS.test(form[at - 1] ?? '')) return words.parties.get(`${lower[at - 1]} ${lower[at]}`)
  return words.parties.get(lower[at]!)
}

/** Words that make another party of the one behind them. */
const OTHERS = /^(?:Liberal|Social|Christian|Free|New)$/

/** "Ada Lind (SPD)": the body that stands alone in brackets. */
function bodyBehind(board: Board, one: Found): string | undefined {
  const { form } = board.draft.tokens
  const name = form[one.last] === '(' ? nameAt(board, one.last + 1) : undefined
  const alone = name?.type === 'organisation' && name.first === one.last + 1 && form[name.last] === ')'
  return alone && name.id !== '' ? name.id : undefined
}

/** "Ada Lind, an Ohio Republican", "Ada Lind of Ohio, the No. 2 Senate Democrat": in the phrase behind the comma. */
function partyBehind(board: Board, one: Found, words: NameWords): string | undefined {
  const { form, lower, tag, sent } = board.draft.tokens
  const town = lower[one.last] === 'of' ? nameAt(board, one.last + 1) : undefined
  const comma = town?.type === 'place' ? town.last : one.last
  if (form[comma] !== ',' || !/^(?:an?|the)$/.test(lower[comma + 1] ?? '')) return undefined
  for (let at = comma + 2; at < comma + 8 && sent[at] === sent[one.first]; at++) {
    if (/^(?:VB[DPZ]|MD|IN|W.*)$/.test(tag[at]!) || form[at] === ',') return undefined
    if (nameAt(board, at)?.type === 'person' && nameAt(board, at)!.last !== at + 1) return undefined
    const party = partyWordAt(board, at, words)
    if (!party) continue
    const ends = /^(?:,|\.|of|from|who|in|on|--|\))$/.test(lower[at + 1] ?? '.')
    const isMember = party.members.some((word) => word.endsWith(lower[at]!))
    if ((isMember && ends) || lower.slice(at + 1, at + 5).some((word) => isLegislator(word, words)))
      return party.id
  }
  return undefined
}

const isLegislator = (word: string, words: NameWords): boolean =>
  /^(?:legislator|party)$/.test(words.offices.get(word)?.kind ?? '')

/** Whose word is the party's: "Democratic leaders", not "a Democratic strategist". */
const SPEAK_FOR =
  /^(?:leaders|leadership|lawmakers|senators|representatives|congressmen|legislators|members|negotiators|officials|caucus|conference|ministers|deputies|mps)$/

/** "Republican", "Democratic" alone: the party where its leaders are told by it, else no name. */
function settleMember(board: Board, at: number, party: PartyWord): void {
  const known = nameAt(board, at)
  if (known && (known.foundBy === 'pack' || known.foundBy === 'glossary' || known.last !== at + 1)) return
  const { lower } = board.draft.tokens
  if (/^(?:party|national)$/.test(lower[at + 1] ?? '')) return
  if (known) {
    if (known.type === 'person' && known.foundBy !== 'finder') return
    remove(board, board.at[at]!)
  }
  if (!SPEAK_FOR.test(lower[at + 1] ?? '')) return
  const { id, name: canonical, of } = party
  place(board, found(at, at + 1, 'organisation', 'pack', { id, canonical, of, form: 'adjective' }))
}

/** "House Republicans", "Ohio Democrats": a body of its own, of its party. */
function joinMany(board: Board, last: number, party: PartyWord): void {
  const { form } = board.draft.tokens
  const known = nameAt(board, last - 1)
  if (known?.foundBy === 'finder' && known.last === last && known.last - known.first > 1) {
    if (known.type === 'organisation' || known.type === 'person')
      place(board, { ...known, type: 'organisation', of: party.id })
    return
  }
  const chamber = nameAt(board, last - 2)
  if (known?.id !== party.id || chamber?.foundBy !== 'pack' || chamber.type !== 'organisation') return
  if (chamber.last !== last - 1 || chamber.last - chamber.first > 1) return
  const canonical = `${form[chamber.first]} ${form[last - 1]}`
  const id = `org:${slugOf(canonical)}`
  place(board, found(chamber.first, last, 'organisation', 'pattern', { canonical, id, of: party.id }))
}
