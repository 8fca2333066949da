// In: an event. Out: what stands beside it: "planned", "possible", "no", "without".
import { UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import type { Tree } from '../trees/tree.ts'
import { isGone } from './group.ts'
import { take, type Verdict } from './verdict.ts'
import type { EpistemicWords } from './words.ts'

const NONE = new Set(['no', 'neither', 'nor', 'without', 'zero'])

/** "No more than 16 %", "no later than": how much or when, not that it is not. */
const isDegree = (lower: readonly string[], at: number): boolean =>
  lower[at] === 'no' &&
  (lower[at + 2] === 'than' || lower[at + 3] === 'than') &&
  /^(?:more|less|fewer|later|longer|higher|lower|greater|earlier)$/.test(lower[at + 1] ?? '')
const THROUGH = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADV', 'PART', 'VERB', 'PUNCT', 'PRON'])

/** Reads the words before a noun (adjectives, "no", "without") and the adverbs that hang on an event into `verdict`. */
export function readModifiers(
  draft: Draft,
  tree: Tree,
  event: number,
  words: EpistemicWords,
  verdict: Verdict,
): void {
  const { lower, pos, sent, tag } = draft.tokens
  const start = draft.sents[sent[event]!]!.first
  const kind = UPOS[pos[event]!]
  if (kind === 'NOUN' || kind === 'PROPN') {
    for (let i = event - 1; i >= start && event - i < 6; i--) {
      const word = lower[i]!
      const adjective = words.adjectives.get(word)
      if (adjective?.complements.has('noun') && (adjective.modality !== 'background' || i + 1 === event))
        take(verdict, adjective.modality, adjective.certainty, i)
      if (NONE.has(word) && !isDegree(lower, i)) take(verdict, 'denied', 'certain', i)
      else if (UPOS[pos[i]!] === 'DET' && lower[i - 1] === 'without')
        take(verdict, 'denied', 'certain', i - 1)
      if (
        !THROUGH.has(UPOS[pos[i]!]!) ||
        word === ',' ||
        UPOS[pos[i]!] === 'DET' ||
        /^VB[DZP]$/.test(tag[i]!)
      )
        break
    }
    return
  }
  const before = event > start ? lower[event - 1]! : ''
  const last = event - 1 > start ? lower[event - 2]! : ''
  if (
    before === 'without' ||
    (before === 'of' && /^(?:short|instead)$/.test(last)) ||
    (before === 'than' && last === 'rather')
  )
    take(verdict, 'denied', 'certain', event - 1)
  for (const kid of tree.children(event)) {
    if ((lower[kid] === 'not' && lower[kid + 1] === 'only') || isAnswer(draft, event, kid)) continue
    // "Pledged never to sell": what is pledged is denied.
    if (kid > event && lower[kid + 1] === 'to') continue
    const effect = UPOS[pos[kid]!] === 'ADV' ? words.adverbs.get(lower[kid]!) : undefined
    if (effect && !verdict.cues.includes(kid) && !isGone(lower[kid]!, tag[event]!, lower, event))
      take(verdict, effect.modality, effect.certainty, kid)
  }
}

/** "Voted no on Wednesday", "said no to the offer": they did. */
const isAnswer = ({ tokens }: Draft, verb: number, token: number): boolean =>
  token === verb + 1 && tokens.lower[token] === 'no' && /^(?:say|vote|answer)$/.test(tokens.lemma[verb]!)

/** Arguments of one verb that are looked at; no real sentence has more. */
const MOST = 24

/** "Neither side offered", "offered no concessions": a subject or object that is none denies its verb. */
export function readArguments(
  draft: Draft,
  tree: Tree,
  verb: number,
  verdict: Verdict,
  objects: boolean,
): void {
  const { dep, lower } = draft.tokens
  for (const kid of tree.children(verb).slice(0, MOST)) {
    const role = dep[kid]!
    // "Neither Peru nor Chile plans": hung on the verb.
    if (role === 'cc:preconj' && lower[kid] === 'neither' && kid < verb)
      take(verdict, 'denied', 'certain', kid)
    if (!role.startsWith('nsubj') && !(objects && role === 'obj')) continue
    const words = [kid, ...tree.children(kid)]
    const none = words.find(
      (token) =>
        /^(?:no|neither|none|nobody|nothing)$/.test(lower[token]!) &&
        !isDegree(lower, token) &&
        !isAnswer(draft, verb, token),
    )
    if (none !== undefined && !verdict.cues.includes(none)) take(verdict, 'denied', 'certain', none)
  }
}
