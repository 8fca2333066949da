// In: CAT XML (MEANTIME, ECB+): tokens and marks by token number. Out: a readable text with tokens and marks in its characters.
import type { Range } from '#parley/model/range.ts'

export interface CatToken extends Range {
  readonly id: string
  readonly sentence: number
  readonly form: string
}

export interface CatMark {
  readonly tag: string
  readonly id: string
  readonly attributes: Readonly<Record<string, string>>
  /** Tokens by index, ascending; [] for instances that stand for several mentions. */
  readonly tokens: readonly number[]
}

export interface CatRelation {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly sources: readonly string[]
  readonly targets: readonly string[]
}

export interface CatDocument {
  readonly text: string
  readonly tokens: readonly CatToken[]
  readonly marks: readonly CatMark[]
  readonly relations: readonly CatRelation[]
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!)

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, value] of source.matchAll(/([\w.]+)="([^"]*)"/g)) attributes[name!] = plain(value!)
  return attributes
}

const NO_SPACE_BEFORE = /^([.,;:!?)\]%…”]|['’](s|m|d|ll|re|ve|t)?|n['’]t)$/i
const NO_SPACE_AFTER = /^[([$#£€“]$/

const isWord = (form: string | undefined): boolean => form !== undefined && /^[\p{L}\p{N}]/u.test(form)

/** The original texts are not in the files: tokens are joined as English is written, the first two sentences (title, date) as paragraphs. */
function join(tokens: readonly { id: string; sentence: number; form: string }[]): {
  text: string
  tokens: CatToken[]
} {
  let text = ''
  let quoted = false
  const placed: CatToken[] = []
  let glue = true
  let sentence = -1
  tokens.forEach((token, i) => {
    if (token.sentence !== sentence) {
      if (text !== '') text += sentence < 2 ? '\n\n' : ' '
      sentence = token.sentence
      glue = true
      quoted = false
    }
    const quote = /^("|``|'')$/.test(token.form)
    const form = quote ? '"' : token.form
    const closes = quote && quoted
    // Hyphens were cut off as tokens ("Wal - Mart"); a dash stands as "--" or "–".
    const hyphen = form === '-' && isWord(tokens[i - 1]?.form) && isWord(tokens[i + 1]?.form)
    if (!glue && !closes && !hyphen && !NO_SPACE_BEFORE.test(form)) text += ' '
    placed.push({ ...token, start: text.length, end: text.length + form.length })
    text += form
    if (quote) quoted = !quoted
    glue = hyphen || NO_SPACE_AFTER.test(form) || (quote && quoted)
  })
  return { text, tokens: placed }
}

/** Reads tokens, markables with their anchors, and relations between them. */
export function parseCat(source: string): CatDocument {
  const words: { id: string; sentence: number; form: string }[] = []
  for (const [, given, form] of source.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)) {
    const { t_id, sentence } = attributesOf(given!)
    words.push({ id: t_id!, sentence: Number(sentence), form: plain(form!) })
  }
  const { text, tokens } = join(words)
  const index = new Map(tokens.map((token, i) => [token.id, i]))
  const cut = source.indexOf('<Relations')
  const markables = cut < 0 ? source : source.slice(0, cut)
  const marks: CatMark[] = []
  for (const [, tag, given, body] of markables.matchAll(
    /<([A-Z][A-Z0-9_]*) ([^>]*?m_id="[^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g,
  )) {
    const attributes = attributesOf(given!)
    const anchors = [...(body ?? '').matchAll(/<token_anchor t_id="(\d+)"/g)].map(
      ([, id]) => index.get(id!) ?? -1,
    )
    marks.push({
      tag: tag!,
      id: attributes.m_id!,
      attributes,
      tokens: anchors.filter((i) => i >= 0).sort((a, b) => a - b),
    })
  }
  const relations: CatRelation[] = []
  for (const [, tag, given, body] of source
    .slice(Math.max(cut, 0))
    .matchAll(/<([A-Z][A-Z0-9_]*) ([^>]*r_id="[^>]*)>([\s\S]*?)<\/\1>/g)) {
    const ids = (side: string) =>
      [...body!.matchAll(new RegExp(`<${side} m_id="(\\d+)"`, 'g'))].map(([, id]) => id!)
    relations.push({
      tag: tag!,
      attributes: attributesOf(given!),
      sources: ids('source'),
      targets: ids('target'),
    })
  }
  return { text, tokens, marks, relations }
}

/** From the first to the last token of a mark. */
export function rangeOf(document: CatDocument, mark: CatMark): Range {
  return { start: document.tokens[mark.tokens[0]!]!.start, end: document.tokens[mark.tokens.at(-1)!]!.end }
}
