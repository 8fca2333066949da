// In: rule cards, words tables, a read report. Out: matches, the rules that fired and where each role stands.
import type { Doc } from '../language/doc.ts'
import { UPOS } from '../language/doc.ts'
import type { Lexicon, Row } from '../language/lexicon.ts'
import { isMoney, type Phrase, type Ref, type Value } from '../model/index.ts'
import type { Card, RoleCard, RoleType } from './card.ts'
import { type Fillers, toValue } from './sentence/fillers.ts'
import type { Grammar } from './sentence/grammar.ts'
import { compilePath, follow, type Step } from './sentence/paths.ts'
import { unique } from './sentence/refs.ts'
import { isQuestion, type Scene } from './sentence/scene.ts'
import { rowsOf } from './sentence/table-rows.ts'

/** What fills a role: its head tokens and, by the role's type, the parties, words, value or place they stand for. */
export interface Filler {
  readonly tokens: readonly number[]
  readonly refs: readonly Ref[]
  readonly phrases: readonly Phrase[]
  readonly value?: Value
  /** Row of the role's words table. */
  readonly row?: Row
  /** Which alternative found it, by its place in the card. */
  readonly path: number
}

/** A rule that fired at a token. */
export interface Match {
  readonly rule: Rule
  readonly trigger: number
  readonly row: Row | undefined
  readonly roles: ReadonlyMap<string, Filler>
}

/** Why a rule did not fire at a trigger it knows: for `parley why`. */
export interface NearMatch {
  readonly rule: Rule
  readonly trigger: number
  readonly stoppedBy: string
}

interface CompiledRole {
  readonly name: string
  readonly card: RoleCard
  readonly types: readonly RoleType[]
  readonly paths: readonly { readonly steps: readonly Step[]; readonly nearest: boolean }[]
  readonly rows: ReadonlyMap<string, Row> | undefined
  readonly lemmas: ReadonlySet<string> | undefined
  readonly never: ReadonlySet<string> | undefined
}

export interface Rule {
  readonly card: Card
  /** `id@version`, the claim's `foundBy`. */
  readonly name: string
  readonly pos: ReadonlySet<number>
  readonly rows: ReadonlyMap<string, Row> | undefined
  readonly roles: readonly CompiledRole[]
}

/** Rules by the lemma of their trigger: cost grows with triggers met, not with rules kept. */
export interface RuleBook {
  readonly rules: readonly Rule[]
  readonly byLemma: ReadonlyMap<string, readonly Rule[]>
}

/** Compiles cards once. Throws where a card names a words table that no pack has. */
export function compileRules(cards: readonly Card[], lexicon: Lexicon): RuleBook {
  const byLemma = new Map<string, Rule[]>()
  const rules = cards.map((card): Rule => {
    const rows = card.trigger.table === undefined ? undefined : rowsOf(lexicon, card.trigger.table)
    if (card.trigger.table !== undefined && rows!.size === 0)
      throw new Error(`rule ${card.id}: no words table "${card.trigger.table}" in the packs`)
    const rule: Rule = {
      card,
      name: `${card.id}@${card.version}`,
      pos: new Set(card.trigger.pos.map((tag) => UPOS.indexOf(tag))),
      rows,
      roles: Object.entries(card.roles).map(([name, role]) => compileRole(name, role, lexicon)),
    }
    const lemmas = new Set(card.trigger.lemma ?? [])
    for (const [lemma, row] of rows ?? []) {
      const limits = Object.entries(card.trigger.where ?? {})
      if (limits.every(([column, values]) => values.includes(row[column] ?? ''))) lemmas.add(lemma)
    }
    for (const lemma of lemmas) {
      const list = byLemma.get(lemma)
      if (list) list.push(rule)
      else byLemma.set(lemma, [rule])
    }
    return rule
  })
  return { rules, byLemma }
}

const compileRole = (name: string, card: RoleCard, lexicon: Lexicon): CompiledRole => ({
  name,
  card,
  types: [card.type].flat(),
  paths: card.from.map(compilePath),
  rows: card.table === undefined ? undefined : rowsOf(lexicon, card.table),
  lemmas: card.lemma && new Set(card.lemma),
  never: card.not && new Set(card.not),
})

/** All matches of a report, in order of trigger and rule. `near` collects what nearly fired. */
export function matchRules(
  { doc, grammar, fillers, where }: Pick<Scene, 'doc' | 'grammar' | 'fillers' | 'where'>,
  book: RuleBook,
  near?: NearMatch[],
): Match[] {
  const matches: Match[] = []
  for (const token of where('lemma', book.byLemma)) {
    for (const rule of book.byLemma.get(doc.tokens.lemma[token]!)!) {
      const result = matchAt(doc, rule, token, grammar, fillers)
      if (typeof result === 'string') near?.push({ rule, trigger: token, stoppedBy: result })
      else matches.push(result)
    }
  }
  return matches
}

function matchAt(doc: Doc, rule: Rule, trigger: number, grammar: Grammar, fillers: Fillers): Match | string {
  const { tokens } = doc
  if (!rule.pos.has(tokens.pos[trigger]!)) return `the trigger is a ${UPOS[tokens.pos[trigger]!]}`
  const next = rule.card.trigger.next
  if (next && !next.includes(tokens.lower[trigger + 1] ?? '')) return `not followed by ${next.join(' or ')}`
  const stance = doc.stances.get(trigger)
  for (const stop of rule.card.unless) {
    if (stop === 'denied' ? stance?.polarity === 'denied' : stance?.modality === stop) return `it is ${stop}`
    if (stop === 'question' && isQuestion(doc, trigger)) return 'it stands in a question'
  }
  const roles = new Map<string, Filler>()
  for (const role of rule.roles) {
    const filler = fillRole(role, trigger, grammar, fillers)
    if (filler) roles.set(role.name, filler)
    else if (role.card.required)
      return `no ${role.name} (${role.types.join(' or ')} by ${role.card.from.join(' or ')})`
  }
  return { rule, trigger, row: rule.rows?.get(tokens.lemma[trigger]!), roles }
}

function fillRole(
  role: CompiledRole,
  trigger: number,
  grammar: Grammar,
  fillers: Fillers,
): Filler | undefined {
  const { tokens } = grammar.doc
  const gathered: Filler[] = []
  for (const [path, { steps, nearest }] of role.paths.entries()) {
    const candidates = follow(grammar, steps, trigger).filter((token) => {
      const lemma = tokens.lemma[token]!
      if (role.rows && !role.rows.has(lemma)) return false
      if (role.lemmas && !role.lemmas.has(lemma)) return false
      return !role.never?.has(lemma)
    })
    for (const group of nearest ? candidates.map((token) => [token]) : [candidates]) {
      const filler = firstOf(role.types, (type) => fill(role, type, group, path, grammar, fillers, nearest))
      if (!filler) continue
      if (!role.card.all) return filler
      gathered.push(filler)
      break
    }
  }
  const [first] = gathered
  if (!first) return undefined
  return {
    ...first,
    tokens: gathered.flatMap((filler) => filler.tokens),
    refs: unique(gathered.flatMap((filler) => filler.refs)),
    phrases: gathered.flatMap((filler) => filler.phrases),
  }
}

/** The first that is made of any. */
function firstOf<A, B>(all: readonly A[], make: (one: A) => B | undefined): B | undefined {
  for (const one of all) {
    const made = make(one)
    if (made !== undefined) return made
  }
  return undefined
}

function fill(
  role: CompiledRole,
  type: RoleType,
  tokens: readonly number[],
  path: number,
  grammar: Grammar,
  fillers: Fillers,
  nearest: boolean,
): Filler | undefined {
  const [head] = tokens
  if (head === undefined) return undefined
  const row = role.rows ? { row: role.rows.get(fillers.lemma(head))! } : {}
  const none = { tokens, refs: [], phrases: [], path, ...row }
  switch (type) {
    case 'party':
    case 'person': {
      const found = tokens.flatMap((token) => {
        if (nearest && !fillers.nameAt(token)) return []
        return type === 'party' ? fillers.parties(token) : fillers.persons(token)
      })
      return found.length > 0 ? { ...none, refs: unique(found) } : undefined
    }
    case 'group': {
      const groups = tokens.flatMap((token) => fillers.groups(token))
      return groups.length > 0 ? { ...none, refs: unique(groups) } : undefined
    }
    case 'place': {
      const places = tokens.flatMap((token) => fillers.place(token) ?? [])
      return places.length > 0 ? { ...none, refs: unique(places) } : undefined
    }
    case 'percent':
    case 'quantity':
      for (const token of tokens) {
        const quantity = fillers.quantityIn(token)
        if (quantity && (type === 'quantity' || quantity.unit === '%'))
          return { ...none, value: toValue(quantity) }
      }
      return undefined
    case 'time':
      return tokens.some((token) => fillers.timeAt(token)) ? none : undefined
    case 'matter': {
      const matters = tokens.filter((token) => fillers.isMatter(token))
      return matters.length > 0
        ? { ...none, tokens: matters, phrases: matters.map((token) => fillers.phrase(token, 'short')) }
        : undefined
    }
    case 'amount': {
      const amounts = tokens.filter(
        (token) => isAmount(fillers.quantityAt(token)?.unit) || isOfAmountBefore(grammar, fillers, token),
      )
      return amounts.length > 0
        ? { ...none, tokens: amounts, phrases: amounts.map((token) => amountPhrase(fillers, token)) }
        : undefined
    }
    case 'phrase':
      return { ...none, phrases: tokens.map((token) => fillers.phrase(token, 'short')) }
    case 'clause':
      return { ...none, phrases: tokens.map((token) => fillers.phrase(token, 'clause')) }
  }
}

/** Whether a unit says how much of something: per cent, money, a weight or volume; no span of time, no count. */
const isAmount = (unit: string | undefined): boolean =>
  unit !== undefined &&
  (/^%(?: per |$)/.test(unit) ||
    isMoney(unit) ||
    /\b(?:ton|tonne|barrel|metre|kilogram|litre|bushel)\b/.test(unit))

/** "The growers want 36 percent, the mills offer 20": a bare number of what the clause before it is of. */
function isOfAmountBefore({ doc: { tokens, sents } }: Grammar, fillers: Fillers, token: number): boolean {
  if (tokens.tag[token] !== 'CD' || !/^(?:obj|obl)/.test(tokens.dep[token]!)) return false
  if (fillers.timeAt(token)) return false
  const { first } = sents[tokens.sent[token]!]!
  for (let at = token - 1; at >= Math.max(first, token - AMOUNT_WITHIN); at--)
    if (isAmount(fillers.quantityAt(at)?.unit)) return /^(?:obj|obl)/.test(tokens.dep[at]!)
  return false
}

/** Tokens within which an amount stands before a bare number of its kind. */
const AMOUNT_WITHIN = 16

/** The words of an amount, with its bound: of "offered Peru 17 percent on Monday" the share alone. */
function amountPhrase(fillers: Fillers, token: number): Phrase {
  const quantity = fillers.quantityAt(token)
  return quantity?.bound === '='
    ? fillers.phraseOf(quantity.first, quantity.last - 1, token)
    : fillers.phrase(token, 'short')
}
