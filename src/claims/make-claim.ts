// In: a find. Out: its claim: one sentence's worth, with its words, who says so and how it was found.

import type { Quotation } from '../language/doc.ts'
import { piecesOf } from '../language/splices.ts'
import { asOne, type Claim, type ClaimDay, isActual, shortHash } from '../model/index.ts'
import { meantIn } from './sentence/meant.ts'
import type { Mood } from './sentence/moods.ts'
import { firstFrom } from './sentence/nearby.ts'
import { withOldDays } from './sentence/old-days.ts'
import type { Found, Scene } from './sentence/scene.ts'
import { tellersOf } from './statements/tellers.ts'

/** What tells though nobody says it: "a report", "the figures". */
const PAPERS: ReadonlySet<string> = new Set(
  (
    'account assessment audit data document estimate figure filing forecast leaflet letter memo notice order paper poll ' +
    'projection record report source statement statistics study survey text transcript'
  ).split(' '),
)

/** Lists of those who speak besides: bodies, offices, people of no state's staff. */
const SPEAKERS = ['role-nouns', 'offices', 'private-nouns'] as const

/**
 * A source that names nobody, in its own words up to a comma; undefined where it is no teller: a pronoun, or a thing that
 * neither speaks nor is read ("the tariffs").
 */
function unnamedTeller({ doc, lexicon, rows }: Scene, { source: [source] }: Quotation): string | undefined {
  if (!source) return undefined
  const { tokens } = doc
  const words = doc.text
    .slice(source.start, source.end)
    .replace(/^[,;]\s*/, '')
    .split(/[,;]|\s(?:who|which|whose)\s/, 1)[0]!
    .trim()
    .replace(/\.$/, '')
  // "What earlier reports suggested", "whose campaign claimed": no teller by its own words.
  if (/^(?:what|who|whose|which|that)\b/i.test(words)) return undefined
  if (words === '' || words.split(/\s+/).length > 10) return undefined
  for (let at = firstFrom(tokens, source.start); at < tokens.count; at++) {
    if (tokens.start[at]! >= source.start + words.length) break
    const lemma = tokens.lemma[at]!.toLowerCase()
    if (PAPERS.has(lemma) || rows('speaker-nouns').has(lemma) || rows('actor-nouns').has(lemma)) return words
    if (SPEAKERS.some((list) => lexicon.list(list).has(lemma))) return words
  }
  return undefined
}

/** How a find holds; what is said under a condition is said all the same. */
function toldAs(scene: Scene, { kind, trigger, roles = {} }: Found): Mood {
  const told = scene.epistemics(trigger)
  const { condition } = told
  const within =
    condition !== undefined &&
    Object.entries(roles).some(
      ([role, range]) =>
        role.startsWith('content') && range.start < condition.end && condition.start < range.end,
    )
  // "…, saying it was late" beside what is only meant was said.
  const said = kind === 'statement' && told.modality === 'hypothetical'
  if (said || (kind === 'statement' && (within || wasSaid(scene, trigger, told))))
    return { polarity: told.polarity, modality: 'held' }
  // What was not said makes no statement: a "none" within the words leaves them said.
  return kind === 'statement' ? { ...told, polarity: 'affirmed' } : told
}

/** "Which they have dubbed a fraud" beside what is only planned: a finite verb of saying tells what was said. */
function wasSaid({ grammar, doc }: Scene, verb: number, { modality }: Mood): boolean {
  const { tag, lower } = doc.tokens
  if (!/^(?:planned|possible|expected)$/.test(modality) || !/^VB[DZPN]$/.test(tag[verb]!)) return false
  const aux = grammar.dependents(verb, 'aux').map((one) => lower[one]!)
  return aux.every((word) => /^(?:has|have|had|'ve)$/.test(word)) && (tag[verb] !== 'VBN' || aux.length > 0)
}

/** The days of a find; of what is only to be on a day, and was on another, nothing is told as done on the first. */
function daysOf({ doc }: Scene, { kind, body, days = [] }: Found, { modality }: Mood): ClaimDay[] {
  if (kind !== 'act' && kind !== 'state') return [...days]
  const { about } = body as { about?: { thread?: string } }
  if (about?.thread === 'deadline') return [...days]
  const told = withOldDays(doc, days)
  if (!isActual(modality) && !told.some(({ role }) => role === 'on')) return [...days]
  return about?.thread === 'round' ? told : told.filter(({ role }, at) => role === days[at]!.role)
}

/** The claim of a find: one sentence's worth, with its words, who says so and how it was found. */
export function makeClaim(scene: Scene, found: Found): Claim {
  const { doc } = scene
  const numbers = [...new Set([scene.sentenceOf(found.trigger), ...(found.alsoSentences ?? [])])].sort(
    (a, b) => a - b,
  )
  const spans = numbers.flatMap((number) => piecesOf(doc.sents[number]!, doc.spliced))
  const told = found.epistemics ?? toldAs(scene, found)
  const { polarity, modality, condition } = told
  const according: string[] = []
  const add = (who: string) => {
    if (!according.includes(who)) according.push(who)
  }
  for (const teller of found.via ?? []) add(teller)
  if (found.kind !== 'statement')
    for (const one of tellersOf(scene, found.trigger)) {
      const named = one.speakers.filter((id) => !/^(?:phrase|event|place):/.test(id))
      const unnamed = named.length > 0 ? undefined : unnamedTeller(scene, one)
      if (unnamed !== undefined) add(unnamed)
      else if (named.length > 0) add(asOne(named))
      for (const outlet of one.via) add(outlet)
    }
  const meant = numbers.flatMap((number) => meantIn(scene, number))
  const at = doc.tokens.start[found.trigger]!
  const roles = { trigger: { start: at, end: doc.tokens.end[found.trigger]! }, ...found.roles }
  const id = `c:${shortHash(`${scene.report}|${found.kind}|${found.foundBy}|${at}|${JSON.stringify(found.body)}`)}`
  return {
    id,
    kind: found.kind,
    body: found.body,
    days: daysOf(scene, found, told),
    evidence: {
      report: scene.report,
      spans,
      roles,
      quote: spans.map((span) => doc.text.slice(span.start, span.end)).join(' … '),
      according,
      foundBy: found.foundBy,
      polarity,
      modality,
      ...(condition ? { condition } : {}),
      ...(meant.length > 0 ? { meant } : {}),
    },
  } as Claim
}
