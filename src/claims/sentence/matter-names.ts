// In: a noun that is at issue. Out: words that say which one, from its own sentence or from where the report last said it.
import type { Phrase } from '../../model/index.ts'
import type { Scene } from './scene.ts'

/** Words of a name at most that a clause behind the noun may lengthen. */
const LONGEST = 14
/** Tokens back within which a report has said which bill it means. */
const BACK = 700

/**
 * The words for a noun at issue: its own where they say which one; of "the bill" those by which the report told it last
 * ("the House health bill"), else its own.
 */
export function whichOne(scene: Scene, noun: number): Phrase {
  const own = nameOf(scene, noun)
  if (scene.rows('matter-nouns').get(scene.doc.tokens.lemma[noun]!)?.kind !== 'text') return own
  if (isDistinct(scene, noun, 'anywhere')) return own
  return clauseName(scene, noun) ?? toldBefore(scene, noun) ?? own
}

/** Words in front of a noun that do not say which one. */
const SAME: ReadonlySet<string> = new Set(
  'new original other same such similar revised initial last latest current proposed final first second third own entire different further additional more bold immediate urgent serious real strong strict big major quick swift meaningful concrete clear firm great good better best certain whole full key broad broader sweeping comprehensive long short recent previous earlier next single necessary appropriate possible potential incredible common tough tougher stronger right wrong only very existing pending draft large small important significant specific particular special any some alternative legislative tentative robust solid future eventual so-called vital crucial critical historic'.split(
    ' ',
  ),
)

/** Whether words beside a noun say which one: "a tax bill", "a bill on tax"; `before`: nouns and names in front alone do. */
export function isDistinct(
  { grammar, doc, fillers, rows }: Scene,
  noun: number,
  where: 'before' | 'anywhere',
): boolean {
  const { tag, lower, form } = doc.tokens
  const like = rows('matter-nouns').get(doc.tokens.lemma[noun]!)?.like
  for (const child of grammar.children(noun)) {
    const relation = doc.tokens.dep[child]!
    if (fillers.timeAt(child)) continue
    if (/^(?:compound|amod|nmod:poss|nummod)/.test(relation) && child < noun) {
      if (/^NN/.test(tag[child]!) && (where === 'anywhere' || relation !== 'nmod:poss')) return true
      if (/^(?:JJ|VBN|VBG)/.test(tag[child]!) && relation !== 'nmod:poss' && !SAME.has(lower[child]!))
        return true
      if (/^[$€£]/.test(form[child]!)) return true
    }
    if (where === 'anywhere' && relation.startsWith('nmod') && child > noun && isTopic(child)) return true
  }
  return false

  function isTopic(child: number): boolean {
    const about = grammar.caseOf(child)
    if (!/^NN/.test(tag[child]!)) return false
    return /^(?:on|of|for|over|about|against)$/.test(about) || (about === 'with' && like === 'deal')
  }
}

/** The words of a noun itself: no clause, no word left hanging at the end, no lone quotation mark. */
function nameOf(scene: Scene, noun: number): Phrase {
  const { grammar, fillers } = scene
  const { first, last } = grammar.phrase(noun, 'short')
  return trimmed(scene, first, fillers.timeAt(last) ? Math.max(noun, last) : last, noun)
}

/** Words behind a name that say when, by what way or as what. */
const BEHIND: ReadonlySet<string> = new Set(
  'as through after before during amid despite because since until by like via without unless while'.split(
    ' ',
  ),
)

function trimmed(scene: Scene, from: number, to: number, noun: number): Phrase {
  const { tag, form, lower } = scene.doc.tokens
  let first = from
  let last = Math.max(to, noun)
  // A long name ends on the last noun before the preposition that makes it long.
  if (last - noun > LONGEST) last = shorter(scene, noun, noun + LONGEST)
  for (let at = first; at <= last; at++)
    if (/^["“”]$/.test(form[at]!) && !isClosed(scene, first, last)) {
      if (at < noun) first = at + 1
      else last = Math.max(noun, at - 1)
    }
  const bracket = loneBracket(scene, first, last)
  if (bracket > noun) last = bracket - 1
  // "The strike as illegal", "the fees, but some leaders as well": what is said of it, when and how stands behind.
  for (let at = noun + 1; at <= last; at++)
    if (
      BEHIND.has(lower[at]!) ||
      // "Its opposition to the plan on Tuesday".
      (lower[at] === 'on' && scene.fillers.timeAt(at + 1)) ||
      (form[at] === ',' && tag[at + 1] === 'CC' && lower[at + 1] === 'but')
    )
      last = at - 1
  // "Its firms in areas like fish and ports": "areas" says which only with its examples.
  if (
    last > noun &&
    /^(?:IN|,)$/.test(tag[last - 1]!) &&
    /^(?:like|such|including)$/.test(lower[last + 1] ?? '')
  )
    last--
  while (last > noun && /^(?:IN|TO|CC|DT|WP|WDT|WRB|,|:|``|PRP\$)$/.test(tag[last]!)) last--
  // "A similar, though smaller, stimulus plan".
  for (let at = first; at < noun; at++) if (form[at] === ',') first = at + 1
  while (first < noun && /^(?:,|:|CC|RB|``|'')$/.test(tag[first]!)) first++
  return scene.fillers.phraseOf(first, last, noun)
}

/** A bracket that opens and is not closed. */
const loneBracket = ({ doc }: Scene, first: number, last: number): number => {
  let open = -1
  for (let at = first; at <= last; at++)
    if (doc.tokens.form[at] === '(') open = at
    else if (doc.tokens.form[at] === ')') open = -1
  return open
}

const isClosed = ({ doc }: Scene, first: number, last: number): boolean => {
  const marks = doc.tokens.form.slice(first, last + 1).filter((form) => /^["“”]$/.test(form))
  return marks.length % 2 === 0
}

function shorter({ doc }: Scene, noun: number, limit: number): number {
  for (let at = limit; at > noun; at--)
    if (doc.tokens.tag[at] === 'IN' && /^NN/.test(doc.tokens.tag[at - 1]!)) return at - 1
  return noun
}

/** "A bill to tax cod", "a plan that would close ports": the clause right behind the noun says which; undefined where it is long. */
function clauseName(scene: Scene, noun: number): Phrase | undefined {
  const { grammar, doc, fillers } = scene
  const { tag, dep } = doc.tokens
  // "Backed a bill to tax cod": right behind the noun it is the noun's, whatever the parser hangs it on.
  const behind = doc.tokens.lower[noun + 1] === 'to' && tag[noun + 2] === 'VB' ? [noun + 2] : []
  const [clause] = [...grammar.dependents(noun, 'acl').filter((one) => one > noun), ...behind]
  if (clause === undefined || dep[clause] === undefined) return undefined
  const { first } = grammar.phrase(noun, 'short')
  const { first: begin, last } = grammar.phrase(clause, 'clause')
  if (begin < noun || last - first >= LONGEST + 2 || tag[begin] === ',') return undefined
  // "The bill he opposes" says who, not which.
  if (grammar.dependents(clause, 'nsubj').some((one) => fillers.partyNamed(one).length > 0)) return undefined
  return trimmed(scene, first, last, noun)
}

/** The same noun, or one of its like, where the report last said which. */
function toldBefore(scene: Scene, noun: number): Phrase | undefined {
  const { doc, rows } = scene
  const { lemma, tag, lower, sent } = doc.tokens
  const table = rows('matter-nouns')
  const like = table.get(lemma[noun]!)?.like
  const { first } = scene.grammar.phrase(noun, 'short')
  // "The same bill as Berg's" says which.
  if (first < noun - 1) return undefined
  if (!/^(?:the|this|that|such|its|their|his|her)$/.test(lower[first]!)) return undefined
  let kin: number | undefined
  for (let at = first - 1; at >= Math.max(0, noun - BACK); at--) {
    if (!/^NNS?$/.test(tag[at]!) || sent[at] === sent[noun]) continue
    const same = lemma[at] === lemma[noun]
    if (!same && (kin !== undefined || !like || table.get(lemma[at]!)?.like !== like)) continue
    if (!isDistinct(scene, at, 'anywhere')) continue
    if (same) return definite(scene, at)
    kin = at
  }
  return kin === undefined ? undefined : definite(scene, kin)
}

/** "No spending bill", "every tax bill": named without the word that says how many. */
function definite(scene: Scene, noun: number): Phrase {
  const name = nameOf(scene, noun)
  const { lower, start } = scene.doc.tokens
  const [word] = scene.grammar.dependents(noun, 'det').filter((one) => start[one] === name.start)
  if (word === undefined || /^(?:an?|the|this|that)$/.test(lower[word]!)) return name
  return trimmed(scene, word + 1, scene.grammar.phrase(noun, 'short').last, noun)
}
