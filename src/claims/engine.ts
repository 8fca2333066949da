// In: cards and lexicon. Out: the engine that makes the claims of a read report.
import type { Doc } from '../language/doc.ts'
import type { Lexicon } from '../language/lexicon.ts'
import { piecesOf } from '../language/splices.ts'
import {
  type Claim,
  type Denial,
  type FigureBody,
  type Telling,
  type ThreadPart,
  UNNAMED,
} from '../model/index.ts'
import { firstWhere } from '../model/range.ts'
import { withCalledOff } from './acts/called-off.ts'
import { findDatedEvents } from './acts/dated-events.ts'
import { findDaysAhead } from './acts/days-ahead.ts'
import { findActs } from './acts/find-acts.ts'
import { findHappenings } from './acts/happenings.ts'
import { findPlansOfThen } from './acts/plans-of-then.ts'
import { isByWords, settleActs } from './acts/settle-acts.ts'
import { findVotes, votedOver } from './acts/votes.ts'
import { findAccords } from './agreements/accords.ts'
import { findAccordsAfter } from './agreements/accords-after.ts'
import { findApprovals } from './agreements/approvals.ts'
import type { Card } from './card.ts'
import { findDeadlines } from './deadlines/find-deadlines.ts'
import { findLimitsAhead } from './deadlines/limits-ahead.ts'
import { denialStatement, findDenials, toldStatement } from './denials/find-denials.ts'
import { findDependencies } from './dependencies/find-dependencies.ts'
import { findFigures } from './figures/find-figures.ts'
import { foundsFrom } from './from-match.ts'
import { findConditionalTies } from './linkages/conditional-ties.ts'
import { makeClaim } from './make-claim.ts'
import { findMeasures } from './measures/find-measures.ts'
import { findLadders } from './measures/ladders.ts'
import { findOrders } from './orders/find-orders.ts'
import { findRounds } from './rounds/rounds.ts'
import { compileRules, matchRules, type RuleBook } from './rules.ts'
import { gluedHeadlines } from './sentence/glued.ts'
import { type Found, type Scene, sceneOf } from './sentence/scene.ts'
import { findStatements, withoutAccounts } from './statements/statements.ts'
import { findTellings } from './tellings/find-tellings.ts'
import { findTerms } from './terms/terms.ts'

export interface ClaimEngine {
  readonly book: RuleBook
  readonly lexicon: Lexicon
}

/** Compiles the cards once; reading many reports shares the engine. */
export const makeClaimEngine = (cards: readonly Card[], lexicon: Lexicon): ClaimEngine => ({
  book: compileRules(cards, lexicon),
  lexicon,
})

/** What no card can say, in order. */
const FINDERS: readonly ((scene: Scene) => Found[])[] = [
  findStatements,
  findRounds,
  findMeasures,
  findOrders,
  findDeadlines,
  findApprovals,
  findTerms,
  findFigures,
  findDependencies,
  findActs,
]

/** The rate of a measure, by sentence and value: it is told once, by the measure. */
function rateKey(scene: Scene, found: Found): string[] {
  if (found.kind !== 'act' && found.kind !== 'state') return []
  const { about } = found.body as { about?: ThreadPart }
  return about?.thread === 'measure' && about.rate
    ? [`${scene.sentenceOf(found.trigger)}|${about.rate.value}|${about.rate.unit}`]
    : []
}

function figureKey(scene: Scene, found: Found): string {
  const { value } = found.body as FigureBody
  return `${scene.sentenceOf(found.trigger)}|${value.value}|${value.unit}`
}

/** A move that an order's own words tell is not told again by the verb in them. */
function eachDueOnce(scene: Scene, found: readonly Found[]): Found[] {
  const dueKeys = (one: Found) =>
    (one.days ?? [])
      .filter(({ role }) => role === 'due')
      .map(({ start }) => `${scene.sentenceOf(one.trigger)}|${start}`)
  const ordered = new Set(found.filter(({ foundBy }) => foundBy.startsWith('order/')).flatMap(dueKeys))
  return found.filter(
    (one) => !one.foundBy.startsWith('deadline/moved-') || !dueKeys(one).some((key) => ordered.has(key)),
  )
}

/** Votes with a count take the place of what else their verb told; what was voted through happened with the vote. */
function withVotes(scene: Scene, found: readonly Found[]): Found[] {
  const votes = findVotes(scene)
  if (votes.length === 0) return [...found]
  const at = new Map(votes.map((one) => [one.trigger, one]))
  const rest = found
    .filter((one) => !(at.has(one.trigger) && (one.kind === 'position' || isPlainAct(one) || isUnnamed(one))))
    .map((one) => {
      const vote = isAgreement(one) ? votedOver(scene, one.trigger, at) : undefined
      if (!vote) return one
      const days = one.days?.length ? one.days : (vote.days ?? [])
      return { ...one, days, epistemics: scene.epistemics(vote.trigger) }
    })
  return [...rest, ...votes]
}

const awaitsAny = (one: Found): boolean => {
  const { about } = one.body as { about?: ThreadPart }
  return (
    one.foundBy.startsWith('approval/') && about?.thread === 'agreement' && /^any\b/i.test(about.name.text)
  )
}
const isPlainAct = (one: Found): boolean => one.kind === 'act' && !(one.body as { about?: ThreadPart }).about
const isPromise = (one: Found): boolean =>
  one.kind === 'act' && (one.body as { about?: ThreadPart }).about?.thread === 'commitment'
/** Figures tell how many, no event: "killed 31" stands beside what happened. */
/** An agreement by doers without a name: their vote, which has its count, says more. */
const isUnnamed = (one: Found): boolean => one.foundBy.startsWith('accord/')
const isAgreement = (one: Found): boolean =>
  one.kind === 'act' && (one.body as { about?: ThreadPart }).about?.thread === 'agreement'

/** What headlines within a sentence tell is none of its claims. */
function withoutGlued(doc: Doc, found: Found[]): Found[] {
  const glued = gluedHeadlines(doc)
  if (glued.length === 0) return found
  return found.filter(
    ({ trigger }) =>
      (glued[firstWhere(glued.length, (at) => glued[at]!.last > trigger)]?.first ?? trigger + 1) > trigger,
  )
}

/** What a picture shows, in the present, tells who met or signed, where and when, and nothing else. */
const withoutPictures = ({ doc, sentenceOf }: Scene, found: Found[]): Found[] =>
  found.filter(({ trigger, body }) => {
    const { role, first, last } = doc.sents[sentenceOf(trigger)]!
    const { thread } = (body as { about?: ThreadPart }).about ?? {}
    if (role !== 'caption' || thread === 'round' || thread === 'agreement') return true
    return !/^VB[ZP]$/.test(
      doc.tokens.tag.slice(first, last).find((tag) => /^(?:VB[ZPD]|MD)$/.test(tag)) ?? '',
    )
  })

/** All claims of one report in order of the text, each once. `report` is its id. */
export const findClaims = (doc: Doc, report: string, engine: ClaimEngine): Claim[] =>
  claimsIn(sceneOf(doc, report, engine.lexicon), engine)

/** The claims of one report, the values told in its clauses, and its denials. */
export function findAll(
  doc: Doc,
  report: string,
  engine: ClaimEngine,
): { claims: Claim[]; tellings: Telling[]; denials: Denial[] } {
  const scene = sceneOf(doc, report, engine.lexicon)
  const found = findDenials(scene)
  const contested = new Set(
    found
      .filter(({ start, told, otherwise }) => start === told.start && otherwise === undefined)
      .map(({ start }) => start),
  )
  const claims = claimsIn(scene, engine).filter(
    (claim) => !(isThread(claim) && contested.has(claim.evidence.spans[0]!.start)),
  )
  const claimed = new Set(claims.map(({ evidence }) => evidence.spans[0]!.start))
  for (const denial of found)
    if (!claimed.has(denial.start)) claims.push(makeClaim(scene, denialStatement(denial)))
  for (const denial of found) {
    const told = doc.sents.find(({ start }) => start === denial.told.start)
    const isNamed = denial.isAnswer && denial.teller !== '' && denial.teller !== UNNAMED
    if (told && isNamed && !claimed.has(told.start) && denial.start !== told.start)
      claims.push(makeClaim(scene, toldStatement(denial, told.first)))
  }
  const tellings = findTellings(scene).flatMap((one) => {
    if (claimed.has(one.start) && !(one.rival !== undefined && lacksFigure(claims, one))) return one
    // What was put into its sentence is not to be quoted with it.
    return piecesOf(one, doc.spliced).length > 1 ? [] : { ...one, quote: doc.text.slice(one.start, one.end) }
  })
  return { claims, tellings, denials: found.map(({ verb: _, isAnswer: __, ...denial }) => denial) }
}

/** Whether no figure of its sentence has the value of a telling. */
const lacksFigure = (claims: readonly Claim[], { start, value }: Telling): boolean =>
  !claims.some(
    ({ kind, body, evidence }) =>
      kind === 'figure' && evidence.spans[0]?.start === start && body.value.value === value?.value,
  )

/** What one side says was offered or agreed and another denies in the same sentence is no measure, deal, promise or meeting yet. */
function isThread({ kind, body }: Claim): boolean {
  const about = kind === 'act' || kind === 'state' ? body.about : undefined
  return about !== undefined && /^(?:measure|agreement|commitment|round)$/.test(about.thread)
}

const triggers = (some: readonly Found[]) => new Set(some.map(({ trigger }) => trigger))

function claimsIn(scene: Scene, engine: ClaimEngine): Claim[] {
  const { doc } = scene
  let found = eachDueOnce(
    scene,
    FINDERS.flatMap((finder) => finder(scene)),
  )
  found.push(...findLadders(scene, found))
  // "must ratify any new contract": there is no contract yet, only who would have to ratify it.
  const awaited = new Set(found.filter(awaitsAny).map((one) => one.trigger))
  for (const match of matchRules(scene, engine.book)) {
    for (const one of foundsFrom(scene, match))
      if (!(awaited.has(one.trigger) && isAgreement(one))) found.push(one)
  }
  found.push(...findConditionalTies(scene, found))
  const accords = findAccords(scene, triggers(found.filter(isAgreement)), triggers(found.filter(isPromise)))
  const telling = new Set(
    [...found.filter(isAgreement), ...accords].map(({ trigger }) => scene.sentenceOf(trigger)),
  )
  accords.push(...findAccordsAfter(scene, telling))
  const agreed = new Set(accords.map(({ trigger }) => trigger))
  // What two sides agreed is their agreement; each promises its own share of it.
  found = [...found.filter((one) => !(isPromise(one) && agreed.has(one.trigger))), ...accords]
  found = withVotes(scene, found)
  found.push(...findHappenings(scene, triggers(found.filter((one) => one.kind === 'act' && !isByWords(one)))))
  const acts = found.filter(({ kind }) => kind === 'act')
  found.push(...findDatedEvents(scene, found, triggers(acts)))
  found.push(...findPlansOfThen(scene, found))
  found.push(...findLimitsAhead(scene, found))
  found.push(...findDaysAhead(scene, found, triggers(acts)))
  found = withCalledOff(scene, found)
  found = withoutAccounts(scene, withoutPictures(scene, withoutGlued(doc, found)))
  const rates = new Set(found.flatMap((one) => rateKey(scene, one)))
  const claims = new Map<string, Claim>()
  for (const one of settleActs(scene, found)) {
    if (one.kind === 'figure' && rates.has(figureKey(scene, one))) continue
    const claim = makeClaim(scene, one)
    claims.set(claim.id, claim)
  }
  return [...claims.values()].sort(
    (a, b) => a.evidence.spans[0]!.start - b.evidence.spans[0]!.start || (a.id < b.id ? -1 : 1),
  )
}
