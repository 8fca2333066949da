// In: a scene and the sentences whose vote a verb tells. Out: votes told by the noun with their count: "Thursday's 230-197 vote in the House".
import type { Found, Scene } from '../sentence/scene.ts'
import { canAct, refsAt } from './actors.ts'
import { countAt } from './vote-counts.ts'
import { voteTo } from './vote-verbs.ts'

const VOTE: ReadonlySet<string> = new Set(['vote'])
/** Tokens between a count and its noun. */
const APART = 4

/** Votes that no verb of their sentence tells, each with who voted or the day: else it is told of no vote in particular. */
export function findVoteNouns(scene: Scene, told: ReadonlySet<number>): Found[] {
  const { tokens } = scene.doc
  const found: Found[] = []
  for (const noun of scene.where('lower', VOTE)) {
    if (noun === 0 || !tokens.tag[noun]!.startsWith('NN')) continue
    const one = told.has(tokens.sent[noun]!) ? undefined : voteAt(scene, noun)
    if (one) found.push(one)
  }
  return found
}

function voteAt(scene: Scene, noun: number): Found | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens, sents } = doc
  const first = Math.max(sents[scene.sentenceOf(noun)]!.first, noun - APART)
  let count: ReturnType<typeof countAt>
  for (let at = first; at < noun && !count; at++) {
    const here = countAt(scene, noun, at, noun)
    if (here && here.last < noun) count = here
  }
  const { polarity, modality } = scene.epistemics(noun)
  if (!count || polarity === 'denied' || !/^(?:held|background)$/.test(modality)) return undefined
  const voters = [
    ...grammar.dependents(noun, 'nmod:poss', 'compound'),
    ...['in', 'by', 'of'].flatMap((word) => grammar.obliques(noun, word)),
  ].filter((token) => token !== noun && canAct(scene, token))
  const actor = refsAt(scene, voters.slice(0, 1))
  const days = scene.days([noun, count.first, count.last])
  if (actor.length === 0 || days.length === 0) return undefined
  const clause = grammar.dependents(noun, 'acl').find((token) => token > noun && grammar.isVerb(token))
  const object = clause === undefined ? undefined : fillers.phrase(clause, 'clause')
  return {
    kind: 'act',
    trigger: noun,
    foundBy: 'act/vote-noun@1',
    body: {
      type: (clause !== undefined && voteTo(tokens.lemma[clause]!)) || 'vote',
      actor,
      recipient: [],
      ...(object ? { object } : {}),
    },
    days,
    roles: {
      count: { start: tokens.start[count.first]!, end: tokens.end[count.last]! },
      ...(object ? { object: { start: object.start, end: object.end } } : {}),
    },
  }
}
