// In: text with inline XML marks. Out: the plain text and the marks with their characters in it.

export interface Mark {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly start: number
  readonly end: number
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescapeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name]!)

/** Strips tags and predefined entities; nested marks are all kept, in order of their start. */
export function readMarkedText(source: string): { text: string; marks: Mark[] } {
  const open: { tag: string; attributes: Record<string, string>; start: number }[] = []
  const marks: Mark[] = []
  let text = ''
  let at = 0
  for (const match of source.matchAll(/<(\/?)([A-Za-z][\w-]*)((?:\s[^<>]*)?)>/g)) {
    text += unescapeEntities(source.slice(at, match.index))
    at = match.index + match[0].length
    const tag = match[2]!
    if (match[1] === '/') {
      const index = open.findLastIndex((mark) => mark.tag === tag)
      if (index >= 0) marks.push({ ...open.splice(index, 1)[0]!, end: text.length })
      continue
    }
    const attributes: Record<string, string> = {}
    for (const [, name, value] of match[3]!.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/g))
      attributes[name!] = unescapeEntities(value!)
    if (match[3]!.endsWith('/')) marks.push({ tag, attributes, start: text.length, end: text.length })
    else open.push({ tag, attributes, start: text.length })
  }
  text += unescapeEntities(source.slice(at))
  marks.sort((a, b) => a.start - b.start || b.end - a.end)
  return { text, marks }
}
