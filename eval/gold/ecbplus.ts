// In: ECB+'s topics. Out: their texts with event mentions and which of them are one event, within and across documents.
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Range } from '#parley/model/range.ts'
import { dataFolder, filesIn, readText } from '../data.ts'
import type { Side } from '../split.ts'
import { type CatDocument, parseCat, rangeOf } from './cat.ts'

export interface EventMention extends Range {
  readonly id: string
  /** Mentions of one event share it, over all documents of the topic. */
  readonly event: string
}

export interface TopicDocument {
  readonly name: string
  readonly text: string
  readonly mentions: readonly EventMention[]
  /** Sentences in which something is marked: the others were not annotated. */
  readonly annotated: readonly Range[]
}

export interface Topic {
  readonly name: string
  readonly documents: readonly TopicDocument[]
}

function documentOf(name: string, document: CatDocument): TopicDocument {
  const eventOf = new Map<string, string>()
  for (const { tag, attributes, sources } of document.relations) {
    const event = tag === 'CROSS_DOC_COREF' ? (attributes.note ?? '') : `${name} ${attributes.r_id}`
    if (tag.endsWith('COREF')) for (const source of sources) eventOf.set(source, event)
  }
  const mentions = document.marks
    .filter(({ tag, tokens }) => /^(NEG_)?ACTION_/.test(tag) && tokens.length > 0)
    .map((mark) => {
      const id = `${name} ${mark.id}`
      return { id, event: eventOf.get(mark.id) ?? id, ...rangeOf(document, mark) }
    })
  const marked = new Set(
    document.marks.flatMap(({ tokens }) => tokens.map((i) => document.tokens[i]!.sentence)),
  )
  const annotated = [...marked].map((sentence) => {
    const own = document.tokens.filter((token) => token.sentence === sentence)
    return { start: own[0]!.start, end: own.at(-1)!.end }
  })
  return { name, text: document.text, mentions, annotated }
}

/** Topics by sha1 of their number: events cross the documents of a topic, so a topic stays whole. */
export function ecbplus(side: Side): Topic[] {
  return readdirSync(join(dataFolder, 'coreference/ecbplus'))
    .filter((name) => createHash('sha1').update(name).digest('hex').charAt(0) < 'c' === (side === 'work'))
    .sort((a, b) => Number(a) - Number(b))
    .map((name) => ({
      name,
      documents: filesIn(`coreference/ecbplus/${name}`, '.xml').map((file) =>
        documentOf(file.replace('.xml', ''), parseCat(readText(`coreference/ecbplus/${name}/${file}`))),
      ),
    }))
}
