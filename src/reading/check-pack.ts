// In: a pack's folder or cards. Out: where their own examples do not hold, as plain data.
import type { Card } from '../claims/card.ts'
import { foundsFrom } from '../claims/from-match.ts'
import { type Filler, type Match, matchRules, type NearMatch } from '../claims/rules.ts'
import { sceneOf } from '../claims/sentence/scene.ts'
import { asProblem } from '../problem.ts'
import { loadCards } from './card-files.ts'
import { loadEngine } from './engine.ts'
import type { Engine } from './read-report.ts'
import { readSentence } from './read-sentence.ts'

/** An example that does not hold. */
export interface CardFailure {
  /** Id of the card; "" where the pack itself cannot be read. */
  readonly card: string
  /** The example's sentence. */
  readonly text: string
  /** What is wrong, in words. */
  readonly wrong: string
}

/** What a check of a pack found. */
export interface PackCheck {
  readonly cards: number
  readonly examples: number
  readonly failures: readonly CardFailure[]
}

/** Runs every example of the cards in `dir`, read together with the packs that always are. A broken pack is a failure, no throw. */
export function checkPack(dir: string): PackCheck {
  try {
    const cards = loadCards([dir])
    return checkCards(cards, loadEngine({ packs: [dir] }))
  } catch (error) {
    const { wrong } = asProblem(error, `reading the pack ${dir}`)
    return { cards: 0, examples: 0, failures: [{ card: '', text: '', wrong }] }
  }
}

/** Runs every example of these cards, which the engine must hold. */
export function checkCards(cards: readonly Card[], engine: Engine): PackCheck {
  const failures = cards.flatMap((card) => failuresOf(card, engine))
  const examples = cards.reduce((sum, card) => sum + card.yes.length + card.no.length, 0)
  return { cards: cards.length, examples, failures }
}

function failuresOf(card: Card, engine: Engine): CardFailure[] {
  const failures: CardFailure[] = []
  for (const { text, expect } of card.yes) {
    const { matches, stopped } = firings(card, text, engine)
    if (matches.length === 0) failures.push({ card: card.id, text, wrong: `does not fire: ${stopped}` })
    else {
      const missing = matches.map((match) => missingRoles(match, expect ?? {}))
      const best = missing.reduce((a, b) => (b.length < a.length ? b : a))
      for (const wrong of best) failures.push({ card: card.id, text, wrong })
    }
  }
  for (const { text } of card.no)
    if (firings(card, text, engine).matches.length > 0)
      failures.push({ card: card.id, text, wrong: 'fires and should not' })
  return failures
}

/** Where a card makes a claim of a sentence, and what stopped it where it does not. */
function firings(card: Card, text: string, engine: Engine): { matches: Match[]; stopped: string } {
  const scene = sceneOf(readSentence(text, engine), '', engine.claims.lexicon)
  const near: NearMatch[] = []
  const found = matchRules(scene, engine.claims.book, near)
  const own = found.filter((match) => match.rule.card.id === card.id)
  const matches = own.filter((match) => foundsFrom(scene, match).length > 0)
  const stopped =
    own.length > 0
      ? 'its kind needs more than it found'
      : (near.find((one) => one.rule.card.id === card.id)?.stoppedBy ?? 'no trigger')
  return { matches, stopped }
}

function missingRoles(match: Match, expect: Readonly<Record<string, string | readonly string[]>>): string[] {
  return Object.entries(expect).flatMap(([role, wanted]) => {
    const filler = match.roles.get(role)
    const held = filler ? heldBy(filler) : []
    return [wanted]
      .flat()
      .filter((one) => !held.includes(one))
      .map((one) => `${role} holds ${held.join(', ') || 'nothing'}, not ${one}`)
  })
}

const heldBy = ({ refs, phrases, value }: Filler): string[] => [
  ...refs.map((ref) => ref.id),
  ...phrases.map((phrase) => phrase.text),
  ...(value ? [String(value.value)] : []),
]
