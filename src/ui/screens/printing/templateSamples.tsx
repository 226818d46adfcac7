import { shippedTemplates } from '@/document/templates/templateBook.ts'
import type { Sample } from '../../gallery/sample.ts'
import { NO_NOTICE } from '../../scan/shownNotice.ts'
import { TemplateDrawing } from './TemplateScreen.tsx'
import { type TemplateView, createTemplateDesk } from './templateDesk.ts'

const desk = createTemplateDesk({
  read: async () => [],
  save: async () => null,
  restore: async () => null,
  testPrint: async () => null,
  preview: async () => null,
  readFile: () => ({ ok: false, fault: { code: 'TPL-001', at: '', params: {} } }),
})

const [first = null] = shippedTemplates
const list = desk.view()
const edit: TemplateView = { ...list, draft: first, ownIds: ['goods-60x40'] }

const views: Readonly<Record<string, TemplateView>> = {
  list: { ...list, ownIds: ['goods-60x40'] },
  badFile: {
    ...list,
    told: { code: 'TPL-001', params: { at: 'nodes[2].sizePt', part: '{skuCode}' } },
  },
  edit,
  fault: {
    ...edit,
    draft: first && {
      ...first,
      nodes: first.nodes.map((node, i) => (i === 2 ? { ...node, text: '{phone}' } : node)),
    },
    isChanged: true,
    nodeIndex: 2,
    faults: [{ code: 'TPL-003', params: { field: 'phone', at: 'nodes[2].text', part: '{phone}' } }],
  },
  code: { ...edit, isChanged: true, nodeIndex: 4 },
  saved: { ...edit, told: { code: 'TPL-010', params: { id: 'goods-60x40' } } },
}

/** Every state of the template screen. */
export const templateSamples: readonly Sample[] = Object.entries(views).map(([state, view]) => ({
  id: `templates/${state}`,
  status: { printer: { light: 'unset', name: '' } },
  render: () => <TemplateDrawing desk={desk} view={view} shown={NO_NOTICE} />,
}))
