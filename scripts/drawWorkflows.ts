// `npm run docs:workflows`: draws every machine's table into docs/workflows/.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawings } from './workflowDrawings.ts'

for (const { id, text } of drawings()) {
  const file = join('docs', 'workflows', `${id}.md`)
  writeFileSync(file, text)
  console.log(file)
}
