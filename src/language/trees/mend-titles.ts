// In: a parsed draft with names. Out: its persons in the place that their titles took.
import type { Name } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { headOf, NOUNS, reachOf, subjectOf } from './tree-steps.ts'

/** "Union leader Ann Lee called …": of two subjects of one verb, a noun and the name right behind it, the noun says what the name is. */
export function mendTitles(draft: Draft): void {
  const { tokens } = draft
  const { head, dep, pos, sent } = tokens
  for (const name of draft.names) {
    const noun = name.first - 1
    const named = headOf(draft, name)
    if (noun < 0 || sent[noun] !== sent[named]) continue
    if (!NOUNS.has(pos[noun]!) || !dep[noun]!.startsWith('nsubj') || dep[named] !== dep[noun]) continue
    if (head[noun] !== head[named] || name.last > head[named]!) continue
    head[noun] = named
    dep[noun] = 'nmod:desc'
  }
}

/**
 * "The line's chief executive, Ada Moss, said it would pay": a person between commas right before a finite verb without
 * a subject, who was taken for one spoken to, is its subject, and the office before the comma says who she is.
 */
export function mendVocatives(draft: Draft): void {
  const { tokens, sents } = draft
  const { head, dep, form, tag, pos, sent } = tokens
  for (const name of draft.names) {
    const verb = name.last + 1
    const named = headOf(draft, name)
    const office = head[named]!
    if (name.type !== 'person' || dep[named] !== 'vocative') continue
    if (form[name.last] !== ',' || !/^VB[DZ]$/.test(tag[verb] ?? '') || sent[verb] !== sent[named]) continue
    if (office !== name.first - 2 || form[name.first - 1] !== ',' || !NOUNS.has(pos[office]!)) continue
    if (
      subjectOf(tokens, reachOf(sents[sent[verb]!]!, verb).first - 1, verb) >= 0 ||
      (head[office] !== verb && head[verb] !== office)
    )
      continue
    if (head[verb] === office) {
      head[verb] = head[office]!
      dep[verb] = dep[office]!
    }
    head[named] = verb
    dep[named] = 'nsubj'
    head[office] = named
    dep[office] = 'appos'
    for (let at = name.last; at < tokens.count && sent[at] === sent[verb] && at < verb + REST; at++)
      if (head[at] === office && at !== verb) head[at] = verb
  }
}

/** Words behind a verb that may hang astray. */
const REST = 60

/**
 * "Met Secretary of State Ada Moss": where a title of capitalised words with "of" has taken the place of the person
 * right behind it, the person stands there.
 */
export function mendTitlesOf(draft: Draft): void {
  const { names, tokens } = draft
  const { head, dep, form, lower, sent, tag } = tokens
  for (const name of names) {
    if (name.type !== 'person') continue
    const own = headOf(draft, name)
    // "Secretary of Trade Ada Moss": the name may have been taken for a part of "Trade".
    const part = dep[own] === 'flat' && head[own] === name.first - 1 ? name.first - 1 : own
    const title = head[part]!
    if (title < 0 || title >= name.first || name.first - title > LONGEST_TITLE || dep[part] !== 'nmod')
      continue
    if (lower[title + 1] !== 'of' || !/^NNP/.test(tag[title]!) || name.first - title < 3) continue
    const capitals = form.slice(title, name.first).every((word) => word === 'of' || /^\p{Lu}/u.test(word))
    if (!capitals) continue
    head[own] = head[title]!
    dep[own] = dep[title]!
    for (let at = own + 1; at < name.last; at++) if (head[at] === part) head[at] = own
    for (let at = title; at < name.first; at++) {
      head[at] = at === title ? own : at === title + 1 ? name.first - 1 : title
      dep[at] = at === title ? 'nmod:desc' : at === title + 1 ? 'case' : 'nmod'
    }
    // What hung on the title from elsewhere ("of State Ada Moss on Friday") hangs on the person.
    for (let at = name.last; at < tokens.count && sent[at] === sent[own] && at < name.last + 40; at++)
      if (head[at] === title) head[at] = own
  }
}

/** No title before a name is longer. */
const LONGEST_TITLE = 5

/**
 * "Trade Secretary Berg and Fisheries Minister Rey met": of two persons with an "and" and nothing but capitalised words
 * between them, the second is joined to the first, and these words are the title before it.
 */
export function mendJoinedPersons(draft: Draft): void {
  const { tokens } = draft
  const { head, dep, sent, lower, form, tag } = tokens
  const persons = draft.names.filter(({ type }) => type === 'person')
  const inName = new Uint8Array(tokens.count)
  for (const { first, last } of draft.names) inName.fill(1, first, last)
  for (let i = 1; i < persons.length; i++) {
    const [left, right] = [persons[i - 1]!, persons[i]!]
    const and = left.last
    const title = right.first - 1
    if (lower[and] !== 'and' || title <= and || title - and > LONGEST_TITLE) continue
    if (sent[left.first] !== sent[right.first]) continue
    if (inName[title] === 1 || !/^NNP?$/.test(tag[title]!)) continue
    let capitals = true
    for (let at = and + 1; at <= title; at++) capitals &&= /^\p{Lu}/u.test(form[at]!)
    if (!capitals) continue
    const one = raise(draft, left)
    const two = headOf(draft, right)
    // What hung on the title or its first word from further on hangs on the first person now.
    for (let at = and + 1; at <= title; at++) {
      head[at] = at === title ? two : title
      dep[at] = at === title ? 'nmod:desc' : 'compound'
    }
    head[two] = one
    dep[two] = 'conj'
    head[and] = two
    dep[and] = 'cc'
  }
}

/** The head word of a name, put in the place of the title before it where that had taken it. */
function raise(draft: Draft, name: Name): number {
  const { head, dep, pos, sent } = draft.tokens
  const own = headOf(draft, name)
  const above = head[own]!
  const isTitle = above >= 0 && above < name.first && name.first - above <= LONGEST_TITLE
  if (
    !isTitle ||
    sent[above] !== sent[own] ||
    !NOUNS.has(pos[above]!) ||
    !/^(flat|nmod|appos)$/.test(dep[own]!)
  )
    return own
  head[own] = head[above]!
  dep[own] = dep[above]!
  for (let at = above; at < name.first; at++) {
    if (head[at]! >= above && head[at]! < name.first && at !== above) continue
    head[at] = own
    dep[at] = at === name.first - 1 ? 'nmod:desc' : 'compound'
  }
  return own
}

/** "The head of the Harbour Union, Ann Lee,": the name explains who heads it, not the union. */
export function mendRoles({ names, tokens }: Draft): void {
  const { head, dep, tag, form, lower } = tokens
  for (const name of names) {
    if (name.type !== 'person' || form[name.first - 1] !== ',') continue
    let top = name.first
    for (let at = name.first; at < name.last; at++)
      if (head[at]! < name.first || head[at]! >= name.last) top = at
    const body = head[top]!
    if (!/^(?:appos|conj)$/.test(dep[top]!) || body < 0 || body >= name.first || dep[body] !== 'nmod')
      continue
    const role = head[body]!
    if (role < 0 || role >= body || tag[role] !== 'NN') continue
    const between = lower.slice(role + 1, name.first - 1)
    if (between[0] !== 'of' || between.includes(',') || between.includes('and')) continue
    head[top] = role
    dep[top] = 'appos'
  }
}

/**
 * "Ada Lind (D-Maine), the chair of the Harbour Board, asked whether …": between commas behind a name, what somebody is
 * explains the name, which is the subject.
 */
export function mendExplained(draft: Draft): void {
  const { names, tokens } = draft
  const { head, dep, form, lower } = tokens
  for (const name of names) {
    if (name.type !== 'person') continue
    let own = headOf(draft, name)
    // "Sen. Ada Lind": the title may head the name.
    if (dep[own] === 'flat' && head[own] === name.first - 1) own = name.first - 1
    const verb = head[own]!
    let at = name.last
    if (form[at] === '(') while (at < name.last + 8 && form[at] !== ')') at++
    if (form[at] === ')') at++
    if (form[at] !== ',' || verb <= at || !/^(?:the|an?|its|their|his|her)$/.test(lower[at + 1] ?? ''))
      continue
    if (!/^(?:obl|nmod|dislocated|parataxis|dep|vocative|advmod)/.test(dep[own]!)) continue
    let noun = at + 2
    while (noun < verb && !(head[noun] === verb && dep[noun] === 'nsubj')) noun++
    if (noun >= verb || noun > at + 6 || form[verb - 1] !== ',') continue
    let nearer = false
    for (let k = at + 1; k < noun; k++) nearer ||= form[k] === ','
    if (nearer) continue
    head[noun] = own
    dep[noun] = 'appos'
    dep[own] = 'nsubj'
  }
}
