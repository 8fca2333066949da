// node c.tmp.ts FILE [kind|all] [--tree] ; FILE: first line "# DAY=2025-05-12" (optional), then text
import { readFileSync } from 'node:fs'
import { loadLayers } from './eval/layers.ts'
import { recordOfArticles } from './eval/record-of.ts'
import { claimWords } from './eval/precision/claim-words.ts'
import { shortHash } from './src/model/id.ts'
import { UPOS } from './src/language/doc.ts'
const [file, kind = 'all'] = process.argv.slice(2)
const tree = process.argv.includes('--tree')
let text = readFileSync(file!, 'utf8')
const m = /^# DAY=(\S+)\n/.exec(text)
if (m) text = text.slice(m[0].length)
const layers = await loadLayers()
const told = await recordOfArticles([{ id: 'a', text, outlet: 'Reuters', ...(m ? { date: m[1]! } : {}) }], layers)
const by = new Map<string, any>()
for (const e of told.record.entries) for (const v of e.evidence) by.set(v.id, { kind: e.kind, evidence: v })
for (const r of told.readings) {
  const doc = [...told.docs.values()][0]!
  for (const s of doc.sents) {
    console.log('\n§ ' + doc.text.slice(s.start, s.end).replace(/\s+/g, ' '))
    if (tree) for (let t = s.first; t < s.last; t++) console.log(`   ${t} ${doc.tokens.form[t]} ${UPOS[doc.tokens.pos[t]!]} ${doc.tokens.tag[t]} ${doc.tokens.dep[t]} <- ${doc.tokens.head[t]! < 0 ? 'ROOT' : doc.tokens.head[t] + ' ' + doc.tokens.form[doc.tokens.head[t]!]}`)
    for (const c of r.claims) {
      const sp = c.evidence.spans.at(-1)
      if (!sp || !c.evidence.spans.some((x) => x.start >= s.start && x.start < s.end)) continue
      const e = by.get(`e:${shortHash(c.id)}`)
      if (kind !== 'all' && !kind.startsWith('--') && c.kind !== kind) continue
      console.log(`   [${c.evidence.foundBy}] ` + (e ? claimWords({ claim: c, ...e }) : `(no entry) ${c.kind} ${JSON.stringify(c.body).slice(0, 200)}`))
    }
  }
}
