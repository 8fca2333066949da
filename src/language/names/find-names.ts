// In: a draft, the Lexicon, the models. Out: `draft.names`, every name and fixed term with its type, id and side.
import type { Name } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Models } from '../reader/models.ts'
import { findAcronyms } from './acronyms.ts'
import { readStates } from './acting.ts'
import { findAffiliations } from './affiliations.ts'
import { findBodies, findNamedKinds, findNationalBodies } from './bodies.ts'
import { casingOf } from './casing.ts'
import { spreadNames } from './consistency.ts'
import { leaveContinent } from './continent.ts'
import type { Board, Found } from './found.ts'
import { findHomes } from './homes.ts'
import { findNamedGroups } from './named-groups.ts'
import { partNames } from './parted.ts'
import { findPatterns } from './patterns.ts'
import { findPersons, joinPersons } from './persons.ts'
import { propose } from './proposals.ts'
import { findSides, joinStates } from './sides.ts'
import { findSpeaking } from './speaking.ts'
import { findTerms } from './terms.ts'
import { nameWordsOf } from './words.ts'

/**
 * Finds names before syntax: words of the packs and the glossary, names by their make, persons by title, given name
 * and apposition, abbreviations the text explains, what the trained finder adds, then every further mention of each
 * over the document. States and capitals are governments where they act and places where something happens in them.
 * Without weights the rules stand alone. Linear in the tokens.
 */
export function findNames(
  draft: Draft,
  lexicon: Lexicon,
  models?: Pick<Models, 'vocabulary' | 'finder'>,
): void {
  const words = nameWordsOf(lexicon)
  const board = findByRules(draft, lexicon)
  if (models?.finder) propose(board, words, models.vocabulary, models.finder)
  findNamedKinds(board, words)
  findSpeaking(board, words)
  partNames(board, words)
  joinPersons(board, words)
  joinStates(board)
  findAffiliations(board, words)
  spreadNames(board, words)
  readStates(board, words.states)
  leaveContinent(board)
  findHomes(board, words)
  findSides(board, words)
  draft.namedGroups = findNamedGroups(board, lexicon.table('named-groups'))
  const { start, end } = draft.tokens
  draft.names = board.found
    .filter((one) => one.last > one.first)
    .sort((a, b) => a.first - b.first)
    .map((one) => nameOf(one, start[one.first]!, end[one.last - 1]!))
}

/** The names that words and patterns give, before the finder: what the finder is trained to see. */
export function findByRules(draft: Draft, lexicon: Lexicon): Board {
  const words = nameWordsOf(lexicon)
  const board: Board = {
    draft,
    casing: casingOf(draft),
    found: [],
    at: new Int32Array(draft.tokens.count).fill(-1),
  }
  findTerms(board, lexicon, words)
  findPatterns(board, words)
  findBodies(board, words)
  findNationalBodies(board)
  findPersons(board, words)
  findAcronyms(board)
  return board
}

function nameOf(one: Found, start: number, end: number): Name {
  return {
    start,
    end,
    first: one.first,
    last: one.last,
    type: one.type,
    id: one.id,
    canonical: one.canonical,
    ...(one.of === '' ? {} : { of: one.of }),
    ...(one.title === '' ? {} : { title: one.title }),
    foundBy: one.foundBy,
  }
}
