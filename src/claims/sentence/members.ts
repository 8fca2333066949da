// In: what stands at the tokens of a report. Out: whether a noun means only some of a body or party ("four of its 15 members").

import type { Grammar } from './grammar.ts'
import type { Marked } from './marked.ts'

const MEMBERS: ReadonlySet<string> = new Set(['member', 'lawmaker', 'deputy', 'delegate'])
const SOME: ReadonlySet<string> = new Set('some several few many most no none half one'.split(' '))
/** Words for some of many. */
export const PORTIONS: ReadonlySet<string> = new Set(
  'number group handful couple minority majority lot dozen band faction bunch trio score bloc wing'.split(
    ' ',
  ),
)
/** Who sits for a party, or votes for it: several of them are not all of it. */
const SEATED: ReadonlySet<string> = new Set(
  'senator lawmaker legislator congressman representative deputy member voter supporter'.split(' '),
)

/** Whether a token means some members of a body: what they do the body does not. */
export function partsOfBodies(grammar: Grammar, { names }: Marked): (token: number) => boolean {
  const { tokens } = grammar.doc

  /** "A number of Republicans", "Republican senators": some of a party's people. */
  const isOfMembers = (token: number): boolean =>
    (PORTIONS.has(tokens.lemma[token]!) && grammar.obliques(token, 'of').some(isMembersOfParty)) ||
    (SEATED.has(tokens.lemma[token]!) &&
      tokens.tag[token] === 'NNS' &&
      grammar.dependents(token, 'det').length === 0 &&
      grammar
        .dependents(token, 'compound', 'amod')
        .some((child) => / party$/i.test(names.get(child)?.canonical ?? ''))) ||
    // "Several EU countries", "two NATO states".
    (/^(?:country|state|government|capital)$/.test(tokens.lemma[token]!) &&
      grammar
        .dependents(token, 'nummod', 'det', 'amod')
        .some((at) => tokens.tag[at] === 'CD' || SOME.has(tokens.lower[at]!)) &&
      grammar.dependents(token, 'compound').some((at) => names.has(at)))

  /** "Democrats" for their party: several are not all where a number or an adjective limits them. */
  const isMembersOfParty = (token: number): boolean => {
    const name = names.get(token)
    return (
      name?.type === 'organisation' &&
      name.last === name.first + 1 &&
      /s$/.test(tokens.lower[token]!) &&
      / party$/i.test(name.canonical)
    )
  }

  // "Four of the council's 15 members", "100 Republicans", "some members of it": not what the whole does.
  return (token) => {
    const ofParty = isMembersOfParty(token)
    if (isOfMembers(token)) return true
    if (ofParty && SOME.has(tokens.lower[token - 1] ?? '')) return true
    if (!ofParty && !MEMBERS.has(tokens.lemma[token]!)) return false
    const head = tokens.head[token]!
    if (
      grammar.caseOf(token) === 'of' &&
      head >= 0 &&
      (tokens.tag[head] === 'CD' || SOME.has(tokens.lower[head]!))
    )
      return true
    const before = grammar.dependents(token, 'nummod', 'det', 'amod', 'nmod:poss')
    const isWhole = before.some(
      (at) => tokens.dep[at] === 'nmod:poss' || /^(?:the|all|its)$/.test(tokens.lower[at]!),
    )
    return (
      !isWhole &&
      before.some(
        (at) =>
          tokens.tag[at] === 'CD' ||
          SOME.has(tokens.lower[at]!) ||
          (ofParty && /^JJ/.test(tokens.tag[at]!) && tokens.dep[at] === 'amod'),
      )
    )
  }
}
