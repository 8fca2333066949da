import { loadEngine } from './src/reading/engine.ts'
import { readSentence } from './src/reading/read-sentence.ts'
import { readFileSync } from 'node:fs'
const engine = loadEngine()
const text = readFileSync(process.argv[2]!,'utf8')
const d:any = readSentence(text, engine)
console.log('NAMES', d.names.map((n:any)=>`${n.canonical}<${n.id}${n.of?' of '+n.of:''} ${n.type}>`).join(' | '))
console.log('REFS', d.references.map((r:any)=>`${text.slice(r.start,r.end)}→${r.id}`).join(' | '))
