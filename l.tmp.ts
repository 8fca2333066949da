// node l.tmp.ts FOLDER… : first full sentences of each report with their claims
import { readFileSync, readdirSync } from 'node:fs'
import { loadLayers } from './eval/layers.ts'
import { recordOfArticles } from './eval/record-of.ts'
import { claimWords } from './eval/precision/claim-words.ts'
import { shortHash } from './src/model/id.ts'
const layers = await loadLayers()
const N = Number(process.env['N'] ?? 1)
for (const dir of process.argv.slice(2)) {
  const arts = readdirSync(dir).filter((f) => f.endsWith('.txt')).sort().map((f) => ({ id: f, text: readFileSync(`${dir}/${f}`, 'utf8') }))
  for (const art of arts) {
    const told = await recordOfArticles([art as any], layers)
    const by = new Map<string, any>()
    for (const e of told.record.entries) for (const v of e.evidence) by.set(v.id, { kind: e.kind, evidence: v })
    const r = told.readings[0]!
    const doc = [...told.docs.values()][0]!
    let n = 0
    for (const s of doc.sents) {
      const t = doc.text.slice(s.start, s.end).replace(/\s+/g, ' ')
      if (s.last - s.first < 16 || !/[.”"’']$/.test(t)) continue
      if (n++ >= N) break
      console.log(`\n§ ${dir.split('/').pop()}/${art.id.slice(0, 3)} ${t}`)
      for (const c of r.claims) {
        if (!c.evidence.spans.some((x) => x.start >= s.start && x.start < s.end)) continue
        const e = by.get(`e:${shortHash(c.id)}`)
        console.log(`   [${c.evidence.foundBy}] ` + (e ? claimWords({ claim: c, ...e }) : `(no entry) ${c.kind}`))
      }
    }
  }
}
