// In: a scene. Out: what the report says of deadlines: for what, due when, who must, how often moved, what follows.

import type { ClaimDay } from '../../model/index.ts'
import { claimDay, timesOf } from '../attached-days.ts'
import { nearby } from '../nearby.ts'
import type { Found, Scene } from '../scene.ts'
import { ahead, appositeDate, fallingOn, isDated, standsBefore } from './due-times.ts'
import { dutyAt, whatOf } from './duties.ts'
import { expiryAt } from './expiry.ts'
import { lapseOf } from './lapse.ts'
import { countedMove, countOf, movedAfter, moveOf } from './moves.ts'

/**
 * Claims from nouns of `deadline-nouns` (deadline, cut-off …) with a day or a move, and from verbs of `expiry-verbs`
 * (expire, lapse, run out) whose subject is an agreement or measure.
 */
export function findDeadlines(scene: Scene): Found[] {
  const nouns = scene.rows('deadline-nouns')
  const expiry = scene.rows('expiry-verbs')
  const moves = scene.rows('deadline-verbs')
  const found: Found[] = []
  const { tokens } = scene.doc
  for (let token = 0; token < tokens.count; token++) {
    const lemma = tokens.lemma[token]!
    if (scene.grammar.isVerb(token)) {
      if (expiry.has(lemma) || (lemma === 'run' && tokens.lower[token + 1] === 'out'))
        push(found, expiryAt(scene, token))
      push(found, dutyAt(scene, token))
    } else if (nouns.has(lemma)) push(found, deadlineAt(scene, token))
    else if (moves.get(lemma)?.move === 'extended') push(found, countedMove(scene, token, found))
  }
  return found
}

const push = (found: Found[], one: Found | undefined) => {
  if (one) found.push(one)
}

function deadlineAt(scene: Scene, noun: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  const verb = carrier(scene, noun)
  const after = movedAfter(scene, noun)
  const moving = after ? { token: after.token, move: 'extended' as const, by: [] } : moveOf(scene, noun, verb)
  const close = appositeDate(scene, noun)
  const before = nearby(doc.times, noun).filter((time) => standsBefore(scene, time, noun))
  const times = close
    ? [close]
    : before.length > 0
      ? before
      : timesOf(doc, grammar, [noun, ...(verb >= 0 ? [verb] : []), ...fallingOn(scene, noun)])
  const days = times.flatMap((time): ClaimDay[] => {
    // "A midnight deadline" of a night told elsewhere: an hour alone is no day.
    if (time.type === 'DURATION' || !isDated(time) || time.relative?.kind === 'clock') return []
    const inside =
      standsBefore(scene, time, noun) ||
      (time.first >= grammar.phrase(noun, 'short').first &&
        time.last - 1 <= grammar.phrase(noun, 'short').last)
    const directly =
      time === close || inside || ['on', 'of', 'for', 'by', 'to', 'until', ''].includes(time.relation ?? '')
    if (!directly) return []
    const due = time === close || inside || moving?.move !== 'extended' || time.relation === 'until'
    return [due ? ahead(scene, noun, claimDay(doc, time, 'due')) : claimDay(doc, time, 'on')]
  })
  const owes = whatOf(scene, noun, close)
  const moves = after?.moves ?? countOf(scene, noun, verb)
  if (days.length === 0 && !moving && moves === undefined) return undefined
  if (!owes.what && days.length === 0) return undefined
  const lapse = lapseOf(scene, noun, owes.infinitive)
  return {
    kind: moving ? 'act' : 'state',
    trigger: noun,
    foundBy: 'deadline/noun@1',
    ...(after
      ? { epistemics: { polarity: 'affirmed', modality: 'held' } as const }
      : moving && verb >= 0
        ? { epistemics: scene.epistemics(moving.token) }
        : isGiven(scene, noun)
          ? { epistemics: { polarity: 'affirmed', modality: 'held' } as const }
          : {}),
    body: {
      type: moving ? `deadline: ${moving.move}` : 'deadline: stands',
      ...(moving ? { actor: moving.by, recipient: [] } : {}),
      about: {
        thread: 'deadline',
        what: owes.what ?? fillers.phrase(noun, 'short'),
        obligor: owes.obligor,
        setBy: fillers.partyNamed(grammar.dependents(noun, 'nmod:poss')[0] ?? -1),
        ...(moves === undefined ? {} : { moves }),
        ...(moving ? { move: moving.move } : {}),
        movedBy: moving?.by ?? [],
        ...(lapse ? { onLapse: lapse } : {}),
      },
    } as Found['body'],
    days,
    roles: { deadline: { start: tokens.start[noun]!, end: tokens.end[noun]! } },
  }
}

/** "The June 9 deadline": it stands, whatever may happen before, after or to it. */
const isGiven = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar
    .dependents(noun, 'det', 'nmod:poss')
    .some((token) => doc.tokens.lower[token] === 'the' || doc.tokens.dep[token] === 'nmod:poss')

/** The verb the noun is subject or object of. */
function carrier(scene: Scene, noun: number): number {
  const { tokens } = scene.doc
  const head = tokens.head[noun]!
  return head >= 0 && scene.grammar.isVerb(head) && /^(nsubj|obj)/.test(tokens.dep[noun]!) ? head : -1
}
