// In: one read report. Out: the scene rules work on: its table, grammar, fillers, and how a claim is made from a sentence.
import type { Doc, Quotation, TimeExpression } from '../../language/doc.ts'
import type { Lexicon, Row } from '../../language/lexicon.ts'
import type { Claim, ClaimDay } from '../../model/index.ts'
import { firstWhere, type Range } from '../../model/range.ts'
import { claimDay, deedBeside, roleOf, timesOf } from './attached-days.ts'
import { type Fillers, fillersOf } from './fillers.ts'
import { type Grammar, grammarOf } from './grammar.ts'
import { type Mood, moodOf, ownWord } from './moods.ts'
import { firstFrom } from './nearby.ts'
import { tablesOf } from './table-rows.ts'
import { isLeftOpen } from './unsaid.ts'
import { type Where, whereIn } from './where.ts'

/** What all finders of claims share. */
export interface Scene {
  readonly doc: Doc
  /** Id of the report. */
  readonly report: string
  readonly lexicon: Lexicon
  readonly grammar: Grammar
  readonly fillers: Fillers
  /** Tokens of a set of words. */
  readonly where: Where
  /** Whether the sentence of a token tells any time: without one nothing in it has a day. */
  tellsTime(token: number): boolean
  /** Rows of a words table by their `lemma`. */
  rows(table: string): ReadonlyMap<string, Row>
  /** Polarity, modality and condition of an event, with those of the light verb that carries a noun. */
  epistemics(trigger: number): Mood
  /** Times attached to the event's tokens. */
  days(event: readonly number[]): ClaimDay[]
  /** Attributions whose content holds the token, innermost first. */
  attributions(token: number): readonly Quotation[]
  /** The number of the sentence of a token. */
  sentenceOf(token: number): number
}

export function sceneOf(doc: Doc, report: string, lexicon: Lexicon): Scene {
  const grammar = grammarOf(doc)
  const fillers = fillersOf(doc, grammar, lexicon)
  const { tokens } = doc
  const attributions = attributionsOf(doc)
  const epistemics = new Map<number, Mood>()
  const timed = new Set(doc.times.map(({ first }) => tokens.sent[first]!))
  const toldBy = (token: number) => attributions(token)[0]
  const daysOf = (event: readonly number[]): ClaimDay[] => {
    // Where the event is told by somebody, the day of telling stands outside the words told.
    const told = event.length > 0 ? toldBy(event[0]!)?.content : undefined
    return timesOf(doc, grammar, event)
      .filter((time) => !isOfName(doc, fillers, time) && !isOfThing(doc, grammar, event, time))
      .filter((time) => !isThan(doc, time))
      .filter((time) => !told || told.some((range) => range.start <= time.start && time.end <= range.end))
      .map((time) => claimDay(doc, time, roleOf(time)))
  }
  return {
    doc,
    report,
    lexicon,
    grammar,
    fillers,
    where: whereIn(doc),
    tellsTime: (token) => timed.has(tokens.sent[token]!),
    rows: tablesOf(lexicon),
    epistemics: (trigger) => {
      const known = epistemics.get(trigger)
      if (known) return known
      const outer = attributions(trigger)
      const mood = ownWord(moodOf(doc, grammar, fillers, trigger), { doc, grammar, fillers }, trigger, outer)
      // "Did not say that Peru had paid": it may have.
      const isOpen = outer[0] !== undefined && isLeftOpen({ doc, grammar }, outer[0])
      const told: Mood = isOpen ? { ...mood, modality: 'possible' } : mood
      epistemics.set(trigger, told)
      return told
    },
    days: (event) => {
      const [trigger = -1] = event
      const own = daysOf(event)
      const beside = own.length > 0 || trigger < 0 ? -1 : deedBeside(doc, grammar, trigger)
      if (beside < 0 || toldBy(trigger) !== toldBy(beside)) return own
      const isFronted = tokens.dep[trigger] === 'conj'
      return daysOf([beside]).filter(
        (day) => isOneDay(day) && (!isFronted || day.end <= tokens.start[beside]!),
      )
    },
    attributions,
    sentenceOf: (token) => tokens.sent[token]!,
  }
}

/** A weekday or date on which something was, not a stretch or an end. */
const isOneDay = ({ role, relative, value, mod }: ClaimDay): boolean =>
  role === 'on' &&
  mod === undefined &&
  (relative
    ? relative.kind === 'weekday' ||
      (relative.kind === 'shift' && relative.grain === 'day') ||
      (relative.kind === 'month' && relative.date !== undefined && relative.grain === undefined)
    : /^\d{4}-\d\d-\d\d/.test(value ?? ''))

/**
 * "A week later than planned": how late, no day; "on Monday, not on Sunday": another day than that; "against $90 on Monday":
 * with what it is compared.
 */
const isThan = ({ text }: Doc, { start, end }: TimeExpression): boolean => {
  const before = text.slice(Math.max(0, start - 60), start)
  return /^ than\b/.test(text.slice(end, end + 6)) || (THAN.test(before.slice(-40)) && !STEP.test(before))
}
/** "To 15 percent from 27.5 percent on Friday": the day is that of the step. */
const STEP =
  /\bto (?:about )?[^\s\w]?\d[\d.,]*(?: [a-z]+){0,2}%? from [^\s\w]?\d[\d.,]*(?: [a-z]+){0,2}%? on $/
const THAN =
  /(?:, (?:and )?not (?:on )?|\b(?:against|from|than|versus|compared (?:with|to)) (?:about )?[^\s\w]?\d[\d.,]*(?: [a-z]+){0,2} (?:on|in|at) (?:the )?)$/

/** "The Fisheries Act of 2020": a year that belongs to a name dates nothing else. */
function isOfName({ tokens }: Doc, fillers: Fillers, { first }: { readonly first: number }): boolean {
  const name = fillers.nameAt(first)
  if (name) return name.first < first
  return tokens.lower[first - 1] === 'of' && /^NNPS?$/.test(tokens.tag[first - 2] ?? '')
}

const WHEN: ReadonlySet<string> = new Set('in during at before after since by until from over'.split(' '))

/** "His 2016 campaign promises": a year in front of a noun says which; "during the 2016 campaign" says when. */
function isOfThing(
  { tokens }: Doc,
  grammar: Grammar,
  event: readonly number[],
  { first, last }: TimeExpression,
): boolean {
  if (last - first > 1 || !/^(?:compound|nummod|amod|nmod)/.test(tokens.dep[first]!)) return false
  let noun = tokens.head[first]!
  while (noun > first && tokens.dep[noun] === 'compound') noun = tokens.head[noun]!
  if (noun <= first || event.includes(noun) || grammar.isVerb(noun)) return false
  const before = grammar.caseOf(noun)
  return /^(?:nmod|obl)/.test(tokens.dep[noun]!) && before !== '' && !WHEN.has(before)
}

/** For each token the attributions whose content holds it, innermost first; each token is painted once a level. */
function attributionsOf({ tokens, quotations }: Doc): (token: number) => readonly Quotation[] {
  const levels = new Map<number, Quotation[]>()
  for (const quotation of [...quotations].sort((a, b) => width(b) - width(a)))
    for (const range of quotation.content)
      for (let token = firstFrom(tokens, range.start); token < tokens.count; token++) {
        if (tokens.start[token]! >= range.end) break
        const known = levels.get(token)
        if (known === undefined) levels.set(token, [quotation])
        else if (known.length < DEEPEST) known.unshift(quotation)
      }
  return (token) => levels.get(token) ?? NONE
}

const NONE: readonly Quotation[] = []

/** Attributions kept around one token; deeper nesting is noise. */
const DEEPEST = 6

/** The token that holds or follows an offset; −1 past the last. */
export function tokenAt({ doc: { tokens } }: Scene, offset: number): number {
  const at = firstWhere(tokens.count, (token) => tokens.end[token]! > offset)
  return at < tokens.count ? at : -1
}

/** Whether the sentence of a token is a question. */
export const isQuestion = ({ sents, tokens }: Doc, token: number): boolean =>
  tokens.form[sents[tokens.sent[token]!]!.last - 1] === '?'

/** The tokens that begin inside a range. */
export function tokensIn(scene: Scene, range: Range): number[] {
  const { count, start } = scene.doc.tokens
  const found: number[] = []
  for (let at = tokenAt(scene, range.start); at >= 0 && at < count && start[at]! < range.end; at++)
    found.push(at)
  return found
}

const width = (one: Quotation) => one.content.reduce((sum, range) => sum + range.end - range.start, 0)

/** What a finder gives; `makeClaim` adds id and evidence. */
export interface Found<C extends Claim = Claim> {
  readonly kind: C['kind']
  readonly body: C['body']
  readonly days?: readonly ClaimDay[]
  readonly trigger: number
  readonly foundBy: string
  readonly roles?: Readonly<Record<string, { start: number; end: number }>>
  /** Spans beyond the trigger's sentence, as a condition in the next one. */
  readonly alsoSentences?: readonly number[]
  /** Who tells it beside those whose words it stands in: outlets through which a statement came, who puts a figure; nearest first. */
  readonly via?: readonly string[]
  readonly epistemics?: Mood
}
