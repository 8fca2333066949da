// In: a path. Out: the text of its file. Node only.
import { readFile } from 'node:fs/promises'
import { problem } from '../../problem.ts'

/** The file as UTF-8. Throws `file-not-read`. */
export async function readTextFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (thrown) {
    throw problem('file-not-read', { path, why: (thrown as NodeJS.ErrnoException).code ?? String(thrown) })
  }
}
