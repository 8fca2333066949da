import { readFileSync } from 'node:fs'
import { loadLayers } from './eval/layers.ts'
import { recordOfArticles } from './eval/record-of.ts'
const layers = await loadLayers()
for (const file of process.argv.slice(2)) {
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const a = JSON.parse(line)
    const told = await recordOfArticles([{ ...a }], layers)
    for (const [, doc] of told.docs as any) {
      const people = new Map<string, Map<string, string>>()
      for (const m of doc.names) if (m.type === 'person' && m.of) { const k = `${m.canonical} -> ${m.of}`; if (!people.has(k)) people.set(k, new Map()); people.get(k)!.set(doc.text.slice(Math.max(0, m.start - 40), m.end + 50).replace(/\s+/g, ' '), '') }
      console.log('##', file.split('/').at(-1), a.title)
      for (const [k, v] of people) console.log('  ', k, '|', [...v.keys()].slice(0, 2).join(' || '))
    }
  }
}
