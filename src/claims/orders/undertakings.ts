// In: a scene. Out: what each side undertakes under "the parties agree to take the following actions by D:".
import type { ClaimDay, Ref } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { governments } from './instrument.ts'

const AGREE: ReadonlySet<string> = new Set(['agree', 'commit', 'undertake', 'pledge'])
/** Paragraphs after the lead in which its list may stand. */
const LIST = 12

/** One commitment a sentence that follows such a lead and begins with "Peru will" or "Peru shall". */
export function findUndertakings(scene: Scene): Found[] {
  const { doc } = scene
  const found: Found[] = []
  doc.sents.forEach((_, lead) => {
    if (!isLead(scene, lead)) return
    const due = dueOf(scene, lead)
    for (let at = lead + 1; at < Math.min(doc.sents.length, lead + 1 + LIST); at++) {
      const one = undertakingAt(scene, at, lead, due)
      if (one) found.push(one)
      else if (found.length > 0 && !isNumber(scene, at)) break
    }
  })
  return found
}

/** A sentence that agrees to something "following" and ends in a colon. */
function isLead(scene: Scene, sentence: number): boolean {
  const { tokens, sents } = scene.doc
  const { first, last } = sents[sentence]!
  if (tokens.form[last - 1] !== ':') return false
  let agrees = false
  let following = false
  for (let at = first; at < last; at++) {
    if (AGREE.has(tokens.lemma[at]!)) agrees = true
    if (tokens.lower[at] === 'following') following = true
  }
  return agrees && following
}

function dueOf(scene: Scene, lead: number): ClaimDay[] {
  const { first, last } = scene.doc.sents[lead]!
  return scene.doc.times
    .filter((time) => time.first >= first && time.last <= last && time.relation === 'by')
    .map((time) => claimDay(scene.doc, time, 'due'))
}

const isNumber = (scene: Scene, sentence: number): boolean => {
  const { first, last } = scene.doc.sents[sentence]!
  return last - first <= 2
}

function undertakingAt(
  scene: Scene,
  sentence: number,
  lead: number,
  due: readonly ClaimDay[],
): Found | undefined {
  const { tokens, sents } = scene.doc
  const { first, last } = sents[sentence]!
  let modal = first
  while (modal < Math.min(last, first + 10) && !/^(will|shall)$/.test(tokens.lower[modal]!)) modal++
  if (!/^(will|shall)$/.test(tokens.lower[modal] ?? '') || modal + 1 >= last) return undefined
  const by: Ref[] = governments(scene, first, modal)
  if (by.length === 0) return undefined
  let end = last - 1
  while (end > modal + 1 && /^[.;,]$/.test(tokens.form[end]!)) end--
  const verb = modal + 1
  return {
    kind: 'act',
    trigger: modal,
    foundBy: 'order/undertaking@1',
    epistemics: { polarity: 'affirmed', modality: 'planned' },
    alsoSentences: [lead],
    body: {
      type: 'commitment: made',
      plover: 'AGREE',
      actor: by,
      recipient: [],
      about: {
        thread: 'commitment',
        by,
        to: [],
        what: scene.fillers.phraseOf(verb, end, verb),
        status: 'open',
      },
    },
    days: due,
  }
}
