import { readFileSync } from 'node:fs'
import { loadLayers } from './eval/layers.ts'
import { recordOfArticles } from './eval/record-of.ts'
import { claimWords } from './eval/precision/claim-words.ts'
const layers = await loadLayers()
const [file, ...rest] = process.argv.slice(2)
const tree = rest.includes('--tree')
const kinds = rest.filter(k => !k.startsWith('--'))
let raw = readFileSync(file!, 'utf8')
let day = '2026-03-12'
raw = raw.replace(/^# DAY=(\S+)\s*\n/, (_, d) => { day = d; return '' })
const blocks = raw.includes('\n\n') ? raw.split(/\n\n+/) : raw.split('\n')
let n = 0
for (const text of blocks.map(b => b.trim()).filter(Boolean)) {
  n++
  const told = await recordOfArticles([{ id: 'x' + n, text, date: day, title: '' } as any], layers)
  const kept = new Map<string, any>()
  for (const e of told.record.entries) for (const ev of e.evidence) kept.set(ev.claim ?? ev.id, { kind: e.kind, ev, e })
  const { shortHash } = await import('#parley/model/id.ts')
  console.log(`\n[${n}] ${text.replace(/\n/g, ' / ')}`)
  for (const [id, doc] of told.docs as any) {
    if (tree) { const t = doc.tokens; for (let i = 0; i < t.count; i++) console.log('      ', i, doc.text.slice(t.start[i], t.end[i]), t.tag[i], t.head[i], t.dep[i]); for (const m of doc.names ?? []) console.log('       name', doc.text.slice(doc.tokens.start[m.first], doc.tokens.end[m.last]), m.type, m.id) }
  }
  for (const reading of told.readings) for (const c of reading.claims as any[]) {
    const full = `${c.body?.kind ?? c.kind}/${c.evidence.foundBy}`
    if (kinds.length && !kinds.some(k => full.includes(k))) continue
    const at = kept.get(`e:${shortHash(c.id)}`)
    if (at) console.log(`   ${c.evidence.foundBy}: ${claimWords({ claim: c, kind: at.kind, evidence: at.ev })}`)
    else console.log(`   (not kept) ${c.evidence.foundBy}: ${claimWords({ claim: c, kind: c.kind ?? 'claim', evidence: { ...c.evidence, days: [] } } as any)}`)
  }
}
