import { loadEngine } from './src/reading/engine.ts'
import { readSentence } from './src/reading/read-sentence.ts'
import { findClaims } from './src/claims/engine.ts'
import { readFileSync } from 'node:fs'
const engine = loadEngine()
const short = process.argv[3] === 'c'
for (const line of readFileSync(process.argv[2]!,'utf8').split('\n').filter(Boolean)) {
  const doc = readSentence(line, engine); const t = doc.tokens
  console.log('# ' + line)
  if (!short) console.log(Array.from({length:t.count},(_,i)=>`${i}:${t.form[i]}/${t.tag[i]}<${t.dep[i]}:${t.head[i]}`).join(' '))
  for (const c of findClaims(doc as any,'r',engine.claims)) { const b:any=c.body; const names=(x:any)=>(x??[]).map((r:any)=>r.name).join('+'); console.log('   ',c.kind,b.type??b.relation??b.stance??'',c.evidence.polarity,c.evidence.modality, 'actor',names(b.actor??b.speaker??(b.party?[b.party]:[])),'>',names(b.recipient),'|', b.object?.text??b.content??(typeof b.what==='string'?b.what:'')??'', b.about?JSON.stringify({...b.about}).slice(0,300):'', c.evidence.foundBy, (c as any).days?.map((d:any)=>d.words).join(',')??'') }
}
