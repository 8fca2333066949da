// In: a scene. Out: which of two sides sells more to the other than it buys: "Norway runs a deficit with Peru" leaves the surplus to Peru.
import { isActual, type Ref, type Telling } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { tellerAt } from '../statements/teller.ts'

const HAS = /^(?:have|enjoy|run|post|report|record|show|see)$/

/** Each balance of two sides by name, affirmed, in order: the holder is who has the surplus. */
export function findBalances(scene: Scene): Telling[] {
  const { lemma } = scene.doc.tokens
  return lemma.flatMap((word, at) => (/^(?:surplus|deficit)$/.test(word) ? balancesAt(scene, at) : []))
}

function balancesAt(scene: Scene, noun: number): Telling[] {
  const { doc, grammar } = scene
  const { tokens } = doc
  const over = tokens.head[noun]!
  const isHad = tokens.dep[noun] === 'obj' && HAS.test(tokens.lemma[over]!)
  const owners = [
    ...grammar.dependents(noun, 'nmod:poss', 'compound', 'amod'),
    ...(isHad ? grammar.subjects(over) : []),
  ].flatMap((token) => sidesAt(scene, token))
  const partners = [
    ...grammar.obliques(noun, 'with'),
    ...(isHad ? grammar.obliques(over, 'with') : []),
  ].flatMap((token) => grammar.conjuncts(token).flatMap((one) => sidesAt(scene, one)))
  const [owner] = owners
  const { polarity, modality } = scene.epistemics(isHad ? over : noun)
  if (!owner || polarity === 'denied' || !isActual(modality)) return []
  const { start, end } = doc.sents[tokens.sent[noun]!]!
  const seen = new Map(partners.map((one) => [one.id, one]))
  return [...seen.values()]
    .filter(({ id }) => id !== owner.id)
    .map((partner): Telling => {
      const holder = tokens.lemma[noun] === 'surplus' ? owner : partner
      const pair = [owner, partner].sort((a, b) => (a.id < b.id ? -1 : 1))
      return {
        start,
        end,
        slot: 'who',
        deed: 'surplus',
        holders: [holder.id],
        holder: `surplus of ${holder.name}`,
        label: `has the surplus in trade: ${pair.map(({ name }) => name).join(' or ')}`,
        by: tellerAt(scene, noun),
        counted: ['surplus'],
        words: pair.map(({ id }) => id),
        polarity,
        modality,
        days: [],
      }
    })
}

/** The states or blocs that a token stands for; a person's is his state. */
const sidesAt = ({ fillers }: Scene, token: number): Ref[] =>
  (fillers.partyNamed(token).length > 0 ? fillers.partyNamed(token) : fillers.parties(token))
    .slice(0, 1)
    .map((ref) => fillers.sideOf(ref) ?? ref)
    .filter(({ id }) => !id.startsWith('person:'))
