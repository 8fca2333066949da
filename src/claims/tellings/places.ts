// In: a scene. Out: where a meeting or a signing is told to be, with its day.
import type { Telling } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { clauseOf, isNoun, tellingOf } from './clause-words.ts'

const MEETS = /^(?:meet|hold|convene|sign|take|host|gather|open|begin|resume|start)$/
const EVENTS =
  /^(?:meeting|talk|summit|round|signing|ceremony|session|conference|agreement|treaty|deal|accord|negotiation)$/

/** Towns behind "in" at a meeting or signing whose day the clause gives; a state or a house is as right as its town. */
export function findPlaces(scene: Scene): Telling[] {
  const { doc, grammar, fillers } = scene
  const { lemma, lower } = doc.tokens
  return doc.names.flatMap((name): Telling[] => {
    if (name.type !== 'place') return []
    const head = headOf(scene, name.first, name.last)
    if (lower[name.first - 1] !== 'in' || grammar.caseOf(head) !== 'in') return []
    const clause = clauseOf(scene, head)
    if (!grammar.isVerb(clause) || !MEETS.test(lemma[clause]!)) return []
    const events = [...grammar.subjects(clause), ...grammar.objects(clause)].filter(
      (token) => isNoun(scene, token) && EVENTS.test(lemma[token]!),
    )
    if (events.length === 0 && lemma[clause] !== 'meet') return []
    const told = tellingOf(scene, head, clause, events, { first: name.first, last: name.last })
    if (!told || told.days.length === 0) return []
    const label = events[0] === undefined ? 'meeting' : fillers.phraseOf(events[0], events[0], events[0]).text
    const words = [...new Set([...told.words, ...whoMeets(scene, clause)])]
    return [
      {
        ...told,
        words,
        slot: 'where',
        deed: 'meet',
        counted: [...told.counted, 'meeting'],
        holders: [name.id],
        holder: name.canonical,
        label,
      },
    ]
  })
}

/** Everybody named in the subject, beside it too: "the two ministers, Lund and Soto". */
const whoMeets = ({ doc, grammar }: Scene, clause: number): string[] =>
  grammar.subjects(clause).flatMap((subject) => {
    const { first, last } = grammar.phrase(subject, 'whole')
    return doc.names
      .filter((name) => name.first >= first && name.last - 1 <= last && name.type !== 'place')
      .map(({ id }) => id)
  })

/** The token of a name that hangs on a word outside it. */
function headOf({ doc }: Scene, first: number, last: number): number {
  for (let at = first; at < last; at++) {
    const head = doc.tokens.head[at]!
    if (head < first || head >= last) return at
  }
  return first
}
