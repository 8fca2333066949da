// In: GUM's entity marks and MEANTIME. Out: documents with the names of persons, organisations and places in them.
import { filesIn, readText } from '../eval/data.ts'
import { treebank } from '../eval/gold/conllu.ts'
import { coreOf, demonyms, type GoldType, isOffice, type MarkedWord } from './name-core.ts'

export interface NameMark {
  readonly start: number
  readonly end: number
  readonly type: GoldType
}

interface Range {
  readonly start: number
  readonly end: number
}

export interface NameDocument {
  readonly name: string
  readonly text: string
  /** The outermost names, by start. */
  readonly names: readonly NameMark[]
  /** Names of other things (products, events, works). */
  readonly others: readonly Range[]
  /** Where an answer is neither right nor wrong: names inside names, peoples, mentions that are not of one thing. */
  readonly ignore: readonly Range[]
  /** Characters up to which the text is marked. */
  readonly until: number
}

const GUM_TYPES: Readonly<Record<string, GoldType>> = {
  person: 'person',
  organization: 'organisation',
  place: 'place',
}

interface GumMention {
  readonly first: number
  readonly last: number
  readonly type: string
  /** Token indices of the minimal span. */
  readonly minimal: readonly number[]
}

interface GumWord extends MarkedWord {
  readonly upos: string
  readonly xpos: string
  /** Index in the document of the head, −1 for a root. */
  readonly head: number
  readonly misc: string
}

/** The names of a GUM file: marks with a proper noun as head, cut to the name. */
export function gumNames(file: string): NameDocument[] {
  return treebank(file).map((document) => {
    const words = document.sentences.reduce<GumWord[]>((all, sentence) => {
      const offset = all.length
      for (const word of sentence.words) all.push({ ...word, head: word.head < 0 ? -1 : word.head + offset })
      return all
    }, [])
    const names: NameMark[] = []
    const others: Range[] = []
    const ignore: Range[] = []
    for (const mention of gumMentions(words)) {
      const type = GUM_TYPES[mention.type]
      const { minimal } = mention
      const inside =
        minimal.length > 0
          ? words.slice(minimal[0]!, minimal.at(-1)! + 1)
          : words.slice(mention.first, mention.last)
      const core = coreOf(inside, type ?? 'place')
      if (core.length === 0 || isOffice(core)) continue
      const range = { start: core[0]!.start, end: core.at(-1)!.end }
      const last = minimal.length > 0 ? words[minimal.at(-1)!] : undefined
      if (type === undefined) {
        if (last?.upos === 'PROPN') others.push(range)
        continue
      }
      const head = words
        .slice(mention.first, mention.last)
        .find((word) => word.head < mention.first || word.head >= mention.last)
      if (head?.upos !== 'PROPN' && !(type === 'person' && last?.upos === 'PROPN')) continue
      const people =
        core.length === 1 &&
        (demonyms.has(core[0]!.form) || (type === 'person' && (core[0] as GumWord).xpos === 'NNPS'))
      if (people) ignore.push(range)
      else names.push({ ...range, type })
    }
    return documentOf(document.name, document.text, names, others, ignore, document.text.length)
  })
}

function gumMentions(words: readonly GumWord[]): GumMention[] {
  const mentions: GumMention[] = []
  const open: { id: string; type: string; first: number; minimal: number[] }[] = []
  words.forEach((word, i) => {
    const marks = /(?:^|\|)Entity=([^|]*)/.exec(word.misc)?.[1]
    if (!marks) return
    for (const [, opening, closed, closing] of marks.matchAll(/\(([^()]+)(\)?)|([^()]+)\)/g)) {
      if (opening) {
        const [id = '', type = ''] = opening.split('-')
        const minimal = (/-cf[\d*]+-([\d,]+)-/.exec(opening)?.[1] ?? '').split(',').filter((n) => n !== '')
        const mention = { id, type, first: i, minimal: minimal.map((n) => i + Number(n) - 1) }
        if (closed) mentions.push({ ...mention, last: i + 1 })
        else open.push(mention)
      } else {
        const k = open.findLastIndex((mention) => mention.id === closing)
        if (k >= 0) mentions.push({ ...open.splice(k, 1)[0]!, last: i + 1 })
      }
    }
  })
  return mentions
}

function documentOf(
  name: string,
  text: string,
  marks: readonly NameMark[],
  others: readonly Range[],
  ignore: readonly Range[],
  until: number,
): NameDocument {
  const trimmed = marks.map((mark) => {
    const tail = /['’]s?$/.exec(text.slice(mark.start, mark.end))
    return tail && mark.end - mark.start > 3 ? { ...mark, end: mark.end - tail[0].length } : mark
  })
  const unique = [...new Map(trimmed.map((mark) => [`${mark.start}-${mark.end}`, mark])).values()]
  const inside = (inner: Range, outer: Range) =>
    inner !== outer && outer.start <= inner.start && inner.end <= outer.end
  const pairs = unique.filter(
    (mark) =>
      / and /.test(text.slice(mark.start, mark.end)) &&
      unique.filter((other) => inside(other, mark)).length > 1,
  )
  const single = unique.filter((mark) => !pairs.includes(mark))
  const outer = single.filter((mark) => !single.some((other) => inside(mark, other)))
  return {
    name,
    text,
    names: outer.sort((a, b) => a.start - b.start),
    others,
    ignore: [...ignore, ...others, ...pairs, ...single.filter((mark) => !outer.includes(mark))],
    until,
  }
}

const MEANTIME_TYPES: Readonly<Record<string, GoldType>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
}
/** MEANTIME marks the title, the date and four sentences of each text. */
const MARKED_SENTENCES = 6

const decodeEntities = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** The names of MEANTIME's English part: NAM and PRE.NAM mentions of persons, organisations and places. */
export function meantimeNames(): NameDocument[] {
  return ['airbus', 'apple', 'gm', 'stock'].flatMap((corpus) =>
    filesIn(`meantime/corpus_${corpus}`, '.xml').map((file) =>
      meantimeDocument(file, readText(`meantime/corpus_${corpus}/${file}`)),
    ),
  )
}

function meantimeDocument(file: string, xml: string): NameDocument {
  const { text, words, until } = meantimeText(xml)
  const typeOf = new Map<string, string>()
  for (const [, mention] of xml.matchAll(/<ENTITY ([^>]*)\/>/g))
    typeOf.set(attribute(mention!, 'm_id'), attribute(mention!, 'ent_type'))
  const target = new Map<string, string>()
  for (const [, link] of xml.matchAll(/<REFERS_TO[^>]*>([\s\S]*?)<\/REFERS_TO>/g)) {
    const to = /<target m_id="(\d+)"/.exec(link!)?.[1] ?? ''
    for (const [, from] of link!.matchAll(/<source m_id="(\d+)"/g)) target.set(from!, to)
  }
  const mentions = [...xml.matchAll(/<ENTITY_MENTION ([^>]*)>([\s\S]*?)<\/ENTITY_MENTION>/g)]
    .map(([, head, body]) => ({
      kind: typeOf.get(target.get(attribute(head!, 'm_id')) ?? '') ?? '',
      form: attribute(head!, 'syntactic_type'),
      words: [...body!.matchAll(/t_id="(\d+)"/g)].flatMap(([, id]) => words.get(id!) ?? []),
    }))
    .filter((mention) => /^(?:NAM|PRE.NAM)$/.test(mention.form) && mention.words.length > 0)
  const names: NameMark[] = []
  const others: Range[] = []
  const ignore: Range[] = []
  for (const mention of mentions) {
    const whole = { start: mention.words[0]!.start, end: mention.words.at(-1)!.end }
    const type = MEANTIME_TYPES[mention.kind]
    const holdsSmaller = mentions.some(
      (other) =>
        other !== mention &&
        other.kind === mention.kind &&
        other.words.length < mention.words.length &&
        other.words[0]!.start >= whole.start &&
        other.words.at(-1)!.end <= whole.end,
    )
    if (holdsSmaller) {
      ignore.push(whole)
      continue
    }
    const core = coreOf(mention.words, type ?? 'organisation')
    if (core.length === 0) continue
    const range = { start: core[0]!.start, end: core.at(-1)!.end }
    if (mention.kind === 'PRO') others.push(range)
    else if (!type) ignore.push(whole)
    else if (isOffice(core) || (core.length === 1 && demonyms.has(core[0]!.form))) ignore.push(range)
    else names.push({ ...range, type })
  }
  const document = documentOf(file.replace(/\.xml$/, ''), text, names, others, ignore, until)
  // A product's name is a wrong answer for an organisation, unlike a name inside a name.
  return { ...document, ignore: document.ignore.filter((range) => !others.includes(range)) }
}

const attribute = (head: string, name: string) =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1] ?? ''

function meantimeText(xml: string): { text: string; words: Map<string, MarkedWord>; until: number } {
  let text = ''
  let until = 0
  let sentence = -1
  let glue = false
  const words = new Map<string, MarkedWord>()
  for (const [, head, body] of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)) {
    const form = decodeEntities(body!)
    const number = Number(attribute(head!, 'sentence'))
    if (number !== sentence) {
      if (text !== '') text += sentence < 2 ? '\n\n' : ' '
      sentence = number
    } else if (!glue && !/^(?:[,.;:!?%)\]]|'s|n't|'re|'ve|'ll|'d|'m|'|-)$/.test(form)) text += ' '
    glue = /^[($[-]$/.test(form)
    words.set(attribute(head!, 't_id'), { form, start: text.length, end: text.length + form.length })
    text += form
    if (number < MARKED_SENTENCES) until = text.length
  }
  return { text, words, until }
}
