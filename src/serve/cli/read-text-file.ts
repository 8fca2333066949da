// In: a path. Out: the text of its file. Node only.
import { readFile } from 'node:fs/promises'
import { problem, systemWords } from '../../problem.ts'

/** The file as UTF-8. Throws `file-not-read`, also where it is no text. */
export async function readTextFile(path: string): Promise<string> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (thrown) {
    throw problem('file-not-read', { path, why: systemWords(thrown) })
  }
  if (text.includes('\0')) throw problem('file-not-read', { path, why: 'it is binary data, no text' })
  return text
}
